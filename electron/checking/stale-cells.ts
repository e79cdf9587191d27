import { unpackInputs, type CellInputs } from '#shared/checking/cell-inputs.ts';
import { compareInputs } from '#shared/checking/compare-inputs.ts';
import type { CellId, MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { upstreamOfMatrix } from '#electron/matrices/upstream.ts';
import { cellsByIds, inputsOfCells, type CellBasis } from './basis-sql.ts';
import { frameOfClaims } from './cell-scope-of.ts';
import { gatherInputs, versionsOfCells } from './gather-inputs.ts';
import { stillThere, visibleAmong } from './inputs-sql.ts';
import { quickSums, type QuickSum, type Surroundings } from './quick-sums.ts';

export interface Staleness {
  readonly stale: ReadonlySet<CellId>;
  /** How many fragments each of the cells asks for. */
  readonly fragments: ReadonlyMap<CellId, number>;
}

/** Below this many cells only their own transcripts are looked through. */
const FEW = 200;

/**
 * Which of some cells of one matrix rest on something that changed since somebody stood by them. It is worked out from
 * what there is, so it is right whatever way a change came: by hand, undo, import, merge or a new version of a text.
 */
export function staleCells(db: ReadableDb, cells: readonly CellBasis[]): Staleness {
  const [first] = cells;
  if (first === undefined) return { stale: new Set(), fragments: new Map() };
  const around = surroundings(db, first.matrixId);
  const sums = sumsOf(db, around, cells);
  return {
    stale: staleAmong(db, around, cells, sums),
    fragments: new Map([...sums].map(([id, { fragments }]) => [id, fragments])),
  };
}

/** What must be known of a matrix, and of those that it is drawn from, before its cells can be judged. */
export function surroundings(
  db: ReadableDb,
  matrixId: MatrixId,
  below: ReadonlySet<MatrixId> = new Set(),
): Surroundings {
  const frame = frameOfClaims(db, matrixId);
  const drawn = upstreamOfMatrix(db, frame);
  const seen = new Set([...below, matrixId]);
  const staleAbove = new Set<CellId>();
  // Matrices that draw from each other in a circle are refused where they are made; a file may hold them all the same.
  for (const [id, cells] of Map.groupBy(drawn, (cell) => cell.matrixId)) {
    if (seen.has(id)) continue;
    const bases = cellsByIds(db, [...new Set(cells.map(({ cellId }) => cellId))]);
    const around = surroundings(db, id, seen);
    for (const cell of staleAmong(db, around, bases, sumsOf(db, around, bases))) staleAbove.add(cell);
  }
  return { frame, drawn, staleAbove };
}

export function sumsOf(
  db: ReadableDb,
  around: Surroundings,
  cells: readonly CellBasis[],
): ReadonlyMap<CellId, QuickSum> {
  const versions = cells.length <= FEW ? versionsOfCells(around.frame, cells) : null;
  return quickSums(db, around, cells, versions);
}

function staleAmong(
  db: ReadableDb,
  around: Surroundings,
  cells: readonly CellBasis[],
  sums: ReadonlyMap<CellId, QuickSum>,
): ReadonlySet<CellId> {
  const other = cells.filter(({ cellId, quick }) => quick !== null && quick !== sums.get(cellId)?.quick);
  if (other.length === 0) return new Set();
  const then = new Map(
    inputsOfCells(
      db,
      other.map(({ cellId }) => cellId),
    ).map(({ cellId, inputs }) => [cellId, unpackInputs(inputs)]),
  );
  const seen = onlySeen(db, then);
  const known = [...then.values()].flatMap(({ fragments }) => fragments);
  const now = gatherInputs(db, around, other, known);
  return new Set(
    other
      .filter(({ cellId }) => {
        const [before, after] = [seen.get(cellId), now.get(cellId)];
        return before !== undefined && after !== undefined && compareInputs(before, after).length > 0;
      })
      .map(({ cellId }) => cellId),
  );
}

/** What the cells rested on, without the fragments that are there and that this person does not see. */
export function onlySeen(
  db: ReadableDb,
  inputs: ReadonlyMap<CellId, CellInputs>,
): ReadonlyMap<CellId, CellInputs> {
  const uids = [...new Set([...inputs.values()].flatMap(({ fragments }) => fragments.map(({ uid }) => uid)))];
  const visible = visibleAmong(db, uids);
  const unseen = uids.filter((uid) => !visible.has(uid));
  const hidden = unseen.length === 0 ? new Set<string>() : stillThere(db, unseen);
  if (hidden.size === 0) return inputs;
  return new Map(
    [...inputs].map(([id, one]) => [
      id,
      { ...one, fragments: one.fragments.filter(({ uid }) => !hidden.has(uid)) },
    ]),
  );
}
