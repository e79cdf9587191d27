import type { CodeId, ColumnId, LayerId, ParticipantId, VersionId } from '#shared/ids.ts';
import { countCells, CountsByCell, type CellCounts, type CellPlaces } from '#shared/matrices/cell-counts.ts';
import { columnsByCode, type CodePlace } from '#shared/matrices/column-codes.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { overlapsOf } from '#shared/matrices/overlaps.ts';
import { groupRow, type RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { placedCodings, tallyCodings, type PlacedCoding } from './cells-sql.ts';
import type { MatrixRows } from './read-rows.ts';

/** Which codings each cell of a matrix asks for. */
export interface CellScope extends CellPlaces {
  readonly rows: MatrixRows;
  /** Every code that some cell asks for. */
  readonly codeIds: readonly CodeId[];
  /** Columns by the codes that they ask for, those below what was chosen included. */
  readonly asking: ReadonlyMap<CodeId, readonly ColumnId[]>;
  /** Columns with codes where the rows are codes too: the cell asks for what has a code of both. */
  readonly crossing: ReadonlyMap<CodeId, readonly ColumnId[]>;
}

const NOTHING: readonly ColumnId[] = [];

export function cellScope(
  rows: MatrixRows,
  columns: readonly MatrixColumn[],
  codes: readonly CodePlace[],
): CellScope {
  const { rowCodes } = rows;
  const asking = columns.filter(({ codeIds }) => codeIds.length > 0);
  const byCode = columnsByCode(codes, asking);
  const inGroup = groupTest(rows, columns);
  // Of a row that is a code, a column without codes asks for everything that has it.
  const open = columns.filter(
    ({ kind, codeIds }) => codeIds.length === 0 && kind !== 'attribute' && kind !== 'cells',
  );
  const openIds = open.map(({ id }) => id);
  const hasGroups = columns.some(({ kind }) => kind === 'group');
  return {
    rows,
    asking: byCode,
    crossing: rowCodes === null ? new Map() : byCode,
    codeIds: rowCodes === null ? [...byCode.keys()] : [...new Set([...rowCodes, ...byCode.keys()])],
    caseOf: (versionId) => rows.caseOf.get(versionId),
    rowsOf: rows.rowsOf,
    columnsOf(codeId, participantId) {
      const found =
        rowCodes === null ? (byCode.get(codeId) ?? NOTHING) : rowCodes.has(codeId) ? openIds : NOTHING;
      return hasGroups ? found.filter((id) => inGroup(id, participantId)) : found;
    },
  };
}

/** Of a scope, what some columns and rows ask for; of every other cell nothing is known then. */
export function narrowScope(
  scope: CellScope,
  columnIds: ReadonlySet<ColumnId>,
  rowKeys: ReadonlySet<RowKey>,
): CellScope {
  const asking = new Map<CodeId, readonly ColumnId[]>();
  for (const [codeId, columns] of scope.asking) {
    const wanted = columns.filter((id) => columnIds.has(id));
    if (wanted.length > 0) asking.set(codeId, wanted);
  }
  const { rowCodes, rowsOfCode } = scope.rows;
  if (rowCodes === null) return { ...scope, asking, codeIds: [...asking.keys()] };
  const ofRows = [...rowCodes].filter((id) => rowsOfCode(id).some((key) => rowKeys.has(key)));
  return { ...scope, asking, crossing: asking, codeIds: [...new Set([...ofRows, ...asking.keys()])] };
}

/** False for a case that a column of a group leaves out. */
function groupTest(
  { cases }: MatrixRows,
  columns: readonly MatrixColumn[],
): (id: ColumnId, participantId: ParticipantId) => boolean {
  const inside = new Map<ColumnId, ReadonlySet<ParticipantId>>();
  for (const column of columns) {
    if (column.kind === 'group') inside.set(column.id, new Set(casesOfGroup(cases, column)));
  }
  return (id, participantId) => inside.get(id)?.has(participantId) ?? true;
}

/** The cases that have the value of a column of a group. */
export function casesOfGroup(
  cases: MatrixRows['cases'],
  { attributeId, caseValue }: Pick<MatrixColumn, 'attributeId' | 'caseValue'>,
): ParticipantId[] {
  if (attributeId === null) return [];
  const wanted = groupRow(caseValue ?? '');
  return cases
    .filter(({ values }) => groupRow(values[attributeId] ?? '') === wanted)
    .map(({ participantId }) => participantId);
}

/** How many codings each cell asks for, and in how many cases they are; in some versions, or (null) in all of them. */
export function countScope(
  db: ReadableDb,
  scope: CellScope,
  layerId: LayerId | null,
  byLayer: boolean,
  versionIds: readonly VersionId[] | null = null,
): CellCounts {
  if (!scope.rows.needsPlace && scope.crossing.size === 0)
    return countCells(tallyCodings(db, scope.codeIds, layerId, byLayer, versionIds), scope);
  const counts = new CountsByCell();
  for (const { columnId, rowKey, participantId } of placesOfCodings(db, scope, layerId, versionIds))
    counts.add(columnId, rowKey, participantId, 1);
  return counts.result();
}

export interface CodingInCell {
  readonly coding: PlacedCoding;
  readonly participantId: ParticipantId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

/** The transcripts in which the cases of some rows speak; null when any transcript may hold fragments of them. */
export function versionsOfRows(
  { rows: { members, caseOf } }: CellScope,
  rowKeys: Iterable<RowKey>,
): readonly VersionId[] | null {
  if (members.size === 0) return null;
  const cases = new Set<ParticipantId>();
  for (const key of rowKeys) for (const id of members.get(key) ?? []) cases.add(id);
  return [...caseOf].filter(([, participantId]) => cases.has(participantId)).map(([id]) => id);
}

/** Every coding, once for each cell that asks for it; version by version, in the order of the text. One statement. */
export function* placesOfCodings(
  db: ReadableDb,
  scope: CellScope,
  layerId: LayerId | null,
  versionIds: readonly VersionId[] | null = null,
): Generator<CodingInCell> {
  const codings = placedCodings(db, scope.codeIds, layerId, scope.rows.byCoder, versionIds);
  for (let from = 0; from < codings.length;) {
    const versionId = codings[from]?.[2];
    let to = from + 1;
    while (to < codings.length && codings[to]?.[2] === versionId) to += 1;
    if (versionId !== undefined) {
      const participantId = scope.caseOf(versionId);
      if (participantId !== undefined) yield* placesInVersion(codings.slice(from, to), participantId, scope);
    }
    from = to;
  }
}

function* placesInVersion(
  codings: readonly PlacedCoding[],
  participantId: ParticipantId,
  scope: CellScope,
): Generator<CodingInCell> {
  const crossed = scope.crossing.size === 0 ? null : crossedColumns(codings, scope.crossing);
  for (const [index, coding] of codings.entries()) {
    const [, codeId, versionId, layerId, start] = coding;
    const rows = scope.rowsOf({ codeId, versionId, layerId, start }, participantId);
    if (rows.length === 0) continue;
    const columns = [...scope.columnsOf(codeId, participantId), ...(crossed?.[index] ?? [])];
    for (const columnId of columns)
      for (const rowKey of rows) yield { coding, participantId, columnId, rowKey };
  }
}

/** For every coding the columns whose codes lie on some of its characters. */
function crossedColumns(
  codings: readonly PlacedCoding[],
  crossing: CellScope['crossing'],
): readonly (readonly ColumnId[])[] {
  const stretches = codings.map(([, codeId, , , start, end]) => ({ codeId, start, end }));
  return overlapsOf(stretches).map((touching) => [
    ...new Set(touching.flatMap(({ codeId }) => crossing.get(codeId) ?? [])),
  ]);
}
