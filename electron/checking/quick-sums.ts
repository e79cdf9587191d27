import type { TraitId, CellId, CodeId, ColumnId, ParticipantId, VersionId } from '#shared/ids.ts';
import { numbersNumber, textNumber } from '#shared/checking/mixed-number.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { narrowScope, placesOfCodings, type CellScope } from '#electron/matrices/cell-scope.ts';
import type { MatrixFrame } from '#electron/matrices/read-matrix.ts';
import type { DrawnCell } from '#electron/matrices/upstream.ts';
import type { CellBasis } from './basis-sql.ts';
import { typeFinder, type FindType } from './type-inputs.ts';
import { attributesUsed } from './cell-scope-of.ts';
import { listWordings, sumCodings, sumEvidence, type CodeWording } from './inputs-sql.ts';

export interface QuickSum {
  /** The same text, the same inputs; another text must be looked into. Only means something in this file. */
  readonly quick: string;
  readonly fragments: number;
}

export interface Surroundings {
  readonly frame: MatrixFrame;
  readonly drawn: readonly DrawnCell[];
  /** Cells of other matrices that are stale themselves. */
  readonly staleAbove: ReadonlySet<CellId>;
}

interface Sum {
  readonly cell: CellBasis;
  total: number;
  fragments: number;
}

/**
 * What cells rest on, each added up to a few numbers: for a whole matrix in a bounded number of statements, because cells
 * that nothing happened to are nearly all of them. `versions` null: of all transcripts.
 */
export function quickSums(
  db: ReadableDb,
  { frame, drawn, staleAbove }: Surroundings,
  cells: readonly CellBasis[],
  versions: readonly VersionId[] | null,
): ReadonlyMap<CellId, QuickSum> {
  const wordings = new Map(listWordings(db).map((code) => [code.id, wordingNumber(code)]));
  const places = new Places(cells);
  addCodings(db, frame, places, wordings, versions);
  const evidence = new Map(
    sumEvidence(
      db,
      cells.map(({ cellId }) => cellId),
    ).map(({ cellId, sum }) => [cellId, sum]),
  );
  const above = sumsAbove(drawn, staleAbove);
  const asked = new Map(
    frame.columns.map((column) => [
      column.id,
      column.codeIds.reduce((sum, id) => sum + (wordings.get(id) ?? 0), 0),
    ]),
  );
  const values = valueSums(frame, typeFinder(db));
  return new Map(
    places.all().map(({ cell, total, fragments }) => [
      cell.cellId,
      {
        fragments,
        quick: [
          fragments,
          total,
          asked.get(cell.columnId) ?? 0,
          evidence.get(cell.cellId) ?? 0,
          values(cell),
          above.size === 0 ? 0 : (above.get(placeName(cell.columnId, cell.rowKey)) ?? 0),
        ].join(' '),
      },
    ]),
  );
}

/** What a code means, as one text for people to read. */
export function wordingOf({
  definition,
  useWhen,
  notWhen,
}: Pick<CodeWording, 'definition' | 'useWhen' | 'notWhen'>): string {
  return [
    definition.trim(),
    useWhen.trim() === '' ? '' : `Use when: ${useWhen.trim()}`,
    notWhen.trim() === '' ? '' : `Not when: ${notWhen.trim()}`,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** What its poles are called, the low one first; empty for a code without. */
export function polesOf({ poleLow, poleHigh }: Pick<CodeWording, 'poleLow' | 'poleHigh'>): string {
  return poleLow === null && poleHigh === null ? '' : `${poleLow ?? ''} – ${poleHigh ?? ''}`;
}

function wordingNumber(code: CodeWording): number {
  const poles = polesOf(code);
  return textNumber(wordingOf(code)) + (poles === '' ? 0 : textNumber(poles));
}

/** The cells that are added up, by where they stand. */
class Places {
  readonly #sums: ReadonlyMap<ColumnId, ReadonlyMap<RowKey, Sum>>;

  constructor(cells: readonly CellBasis[]) {
    const sums = new Map<ColumnId, Map<RowKey, Sum>>();
    for (const cell of cells) {
      const column = sums.get(cell.columnId) ?? new Map<RowKey, Sum>();
      column.set(cell.rowKey, { cell, total: 0, fragments: 0 });
      sums.set(cell.columnId, column);
    }
    this.#sums = sums;
  }

  add(columnId: ColumnId, rowKey: RowKey, total: number, fragments: number): void {
    const sum = this.#sums.get(columnId)?.get(rowKey);
    if (sum === undefined) return;
    sum.total += total;
    sum.fragments += fragments;
  }

  /** What these cells ask for, and hardly anything else. */
  within(scope: CellScope): CellScope {
    const rows = new Set([...this.#sums.values()].flatMap((column) => [...column.keys()]));
    return narrowScope(scope, new Set(this.#sums.keys()), rows);
  }

  all(): Sum[] {
    return [...this.#sums.values()].flatMap((column) => [...column.values()]);
  }
}

function addCodings(
  db: ReadableDb,
  { record, view, scope }: MatrixFrame,
  places: Places,
  wordings: ReadonlyMap<CodeId, number>,
  versions: readonly VersionId[] | null,
): void {
  if (scope.rows.needsPlace || scope.crossing.size > 0) {
    for (const { coding, columnId, rowKey } of placesOfCodings(db, places.within(scope), view.layerId)) {
      const [id, codeId, versionId, , start, end, weight, certainty] = coding;
      const number =
        numbersNumber(id, codeId, versionId, start, end) +
        (weight === null && certainty === null ? 0 : numbersNumber(id, weight ?? 9, certainty ?? 9));
      places.add(columnId, rowKey, number + (wordings.get(codeId) ?? 0), 1);
    }
    return;
  }
  const byLayer = record.rowKind === 'coders';
  for (const [codeId, versionId, layerId, count, sum] of sumCodings(
    db,
    scope.codeIds,
    view.layerId,
    byLayer,
    versions,
  )) {
    const participantId = scope.caseOf(versionId);
    if (participantId === undefined) continue;
    const columns = scope.columnsOf(codeId, participantId);
    if (columns.length === 0) continue;
    const total = sum + count * (wordings.get(codeId) ?? 0);
    for (const rowKey of scope.rowsOf({ codeId, versionId, layerId, start: -1 }, participantId))
      for (const columnId of columns) places.add(columnId, rowKey, total, count);
  }
}

/** For a cell, the attribute values that it uses. Each row and attribute is added up once. */
function valueSums(frame: MatrixFrame, typeOf: FindType): (cell: CellBasis) => number {
  const isRowValue = frame.record.rowKind === 'groups' || frame.record.rowKind === 'sites';
  if (!isRowValue && !frame.columns.some(({ attributeId }) => attributeId !== null)) return () => 0;
  const valueOf = new Map(frame.scope.rows.cases.map((one) => [one.participantId, one.values]));
  const columns = new Map(frame.columns.map((column) => [column.id, column]));
  const known = new Map<string, number>();
  const add = (attributeId: TraitId, cases: readonly ParticipantId[], name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const sum = cases.reduce((total, id) => {
      const value = valueOf.get(id)?.[attributeId] ?? '';
      const definition = typeOf(attributeId, value)?.definition ?? '';
      return total + textNumber(`${id} ${attributeId} ${value}${definition === '' ? '' : ` ${definition}`}`);
    }, 0);
    known.set(name, sum);
    return sum;
  };
  return ({ columnId, rowKey }) => {
    const column = columns.get(columnId);
    if (column === undefined) return 0;
    const own = column.kind === 'group' ? columnId : '';
    return attributesUsed(frame, column, rowKey).reduce(
      (sum, { attributeId, cases }) => sum + add(attributeId, cases, `${attributeId} ${own} ${rowKey}`),
      0,
    );
  };
}

function sumsAbove(drawn: readonly DrawnCell[], stale: ReadonlySet<CellId>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const cell of drawn) {
    const name = placeName(cell.ofColumn, cell.ofRow);
    const number = textNumber(`${cell.cellId} ${claimTextOf(cell)} ${stale.has(cell.cellId) ? 1 : 0}`);
    sums.set(name, (sums.get(name) ?? 0) + number);
  }
  return sums;
}

/** What a cell above says, as one text. */
export function claimTextOf({
  summary,
  rating,
  symbol,
  rationale,
}: Pick<DrawnCell, 'summary' | 'rating' | 'symbol' | 'rationale'>): string {
  return JSON.stringify([summary, rating, symbol, rationale]);
}

export function placeName(columnId: ColumnId, rowKey: RowKey): string {
  return `${columnId} ${rowKey}`;
}
