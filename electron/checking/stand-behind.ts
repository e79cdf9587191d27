import { packInputs, unpackInputs, type CellInputs } from '#shared/checking/cell-inputs.ts';
import type { CellMark } from '#shared/checking/cell-state.ts';
import type { CellId, CoderId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import {
  cellsByIds,
  deleteBasis,
  inputsOfCells,
  upsertBasis,
  whoStandsBehind,
  type CellBasis,
} from './basis-sql.ts';
import { inputHash } from './fingerprint.ts';
import { gatherInputs } from './gather-inputs.ts';
import { isCodedBlind, visibleAmong } from './inputs-sql.ts';
import { staleCells, sumsOf, surroundings } from './stale-cells.ts';

/**
 * A person wrote or confirmed these cells: what they rest on now is what the claims are held against from here on.
 * `mark` null keeps the mark that a cell has.
 */
export function standBehind(
  context: MutationContext,
  cellIds: readonly CellId[],
  coderId: CoderId,
  mark: CellMark | null = null,
): void {
  const { db } = context;
  const cells = cellsByIds(db, cellIds);
  for (const [matrixId, ofMatrix] of Map.groupBy(cells, (cell) => cell.matrixId)) {
    const around = surroundings(db, matrixId);
    const ids = ofMatrix.map(({ cellId }) => cellId);
    const known = inputsOfCells(db, ids).flatMap(({ inputs }) => unpackInputs(inputs).fragments);
    const inputs = onlyWhatIsSeen(context, gatherInputs(db, around, ofMatrix, known));
    const sums = sumsOf(db, around, ofMatrix);
    for (const cell of ofMatrix) {
      const found = inputs.get(cell.cellId);
      const sum = sums.get(cell.cellId);
      if (found === undefined || sum === undefined) continue;
      const { now, isWhole } = found;
      upsertBasis(db, {
        cellId: cell.cellId,
        mark: mark ?? keptMark(cell),
        // The sum counts what is hidden too: one that can never be equal is always looked into.
        quick: isWhole ? sum.quick : `in part ${sum.quick}`,
        inputHash: inputHash(now),
        inputs: packInputs(now),
        coderId,
        at: context.now(),
      });
    }
  }
}

/**
 * Nobody stands by what they were not shown: while a study is coded blind, what others coded is no part of what a claim
 * rested on, and is news when it is shown.
 */
function onlyWhatIsSeen(
  { db, visible }: Pick<MutationContext, 'db' | 'visible'>,
  inputs: ReadonlyMap<CellId, CellInputs>,
): ReadonlyMap<CellId, { readonly now: CellInputs; readonly isWhole: boolean }> {
  const isBlind = isCodedBlind(db);
  const uids = isBlind
    ? [...inputs.values()].flatMap(({ fragments }) => fragments.map(({ uid }) => uid))
    : [];
  const seen = isBlind ? visibleAmong(visible, uids) : new Set<string>();
  return new Map(
    [...inputs].map(([id, now]) => {
      const fragments = isBlind ? now.fragments.filter(({ uid }) => seen.has(uid)) : now.fragments;
      return [id, { now: { ...now, fragments }, isWhole: fragments.length === now.fragments.length }];
    }),
  );
}

/** Who says something no longer says that there is nothing to say. */
function keptMark(cell: CellBasis): CellMark {
  if (cell.isClaim === 1) return cell.mark === 'ready' ? 'ready' : 'draft';
  return cell.mark ?? 'draft';
}

/**
 * The author wrote in the cell. A cell that no longer says anything stands for nothing; one that was marked as ready stays
 * so, and its checks are told from the claim that they were about.
 */
export function afterWriting(context: MutationContext, cellId: CellId, coderId: CoderId): void {
  const [cell] = cellsByIds(context.db, [cellId]);
  if (cell === undefined) return;
  if (cell.isClaim === 1) standBehind(context, [cellId], coderId);
  else if (cell.mark === 'draft' || cell.mark === 'ready') deleteBasis(context.db, cellId);
}

/**
 * Evidence is attached to a cell, or taken from it, which is an act on the cell itself and makes nothing stale. A cell that
 * was stale before stays so: attaching a fragment does not say that the claim still holds.
 */
export function keepingFreshness(
  context: MutationContext,
  cellId: CellId | undefined,
  change: () => void,
): void {
  const cells = cellId === undefined ? [] : cellsByIds(context.db, [cellId]);
  const stood = cells.filter(({ quick }) => quick !== null);
  const { stale } = staleCells(context.visible, stood);
  change();
  for (const { coderId, cellId: id } of whoStoodBehind(context.db, stood))
    if (!stale.has(id)) standBehind(context, [id], coderId);
}

/** Who they are does not change by it. */
function whoStoodBehind(
  db: MutationContext['db'],
  cells: readonly CellBasis[],
): readonly { readonly cellId: CellId; readonly coderId: CoderId }[] {
  return cells.flatMap(({ cellId }) => {
    const stood = whoStandsBehind(db, cellId);
    return stood === undefined ? [] : [{ cellId, coderId: stood.coderId }];
  });
}
