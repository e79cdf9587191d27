import type { CellId, CodeId, CodingId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { CellSource, SourceCell, SourceCoding, SourceValue } from '#shared/matrices/cell-source.ts';
import { withDescendants, type CodePlace } from '#shared/matrices/column-codes.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { codeRow, type RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { casesOfGroup, cellScope, placesOfCodings } from './cell-scope.ts';
import {
  codingFacts,
  evidenceFacts,
  storedCells,
  type CodingFact,
  type EvidenceFact,
} from './cell-sources-sql.ts';
import { listCodePlaces } from './columns-sql.ts';
import { readFrame, type MatrixFrame } from './read-matrix.ts';
import { rowCodesOf } from './rows-sql.ts';
import { upstreamOfMatrix } from './upstream.ts';

type Key = `${ColumnId} ${RowKey}`;
const keyOf = (columnId: ColumnId, rowKey: RowKey): Key => `${columnId} ${rowKey}`;

/**
 * What the cells of a matrix rest on or could rest on, in a bounded number of statements: of the cells that are stored, or
 * of every cell that asks for something. In the order of columns and rows.
 */
export function cellSources(db: ReadableDb, matrixId: MatrixId, which: 'stored' | 'all'): CellSource[] {
  const frame = readFrame(db, matrixId);
  const codes = listCodePlaces(db);
  const stored = new Map(
    storedCells(db, matrixId).map((cell) => [keyOf(cell.columnId, cell.rowKey), cell.cellId]),
  );
  const places = listPlaces(frame, which === 'all' ? null : stored);
  const asked = askedCodings(db, frame, codes, which === 'all' ? null : stored);
  const evidence = Map.groupBy(evidenceFacts(db, matrixId), ({ cellId }) => cellId);
  const facts = factsOf(db, asked, evidence);
  const upstream = Map.groupBy(upstreamOfMatrix(db, frame), (cell) => keyOf(cell.ofColumn, cell.ofRow));
  const codesOfColumn = new Map(
    frame.columns.map((column) => [column.id, [...withDescendants(codes, column.codeIds)]]),
  );
  const codesOfRow = codesByRow(db, frame, codes);
  return places.flatMap(({ column, rowKey }) => {
    const key = keyOf(column.id, rowKey);
    const cellId = stored.get(key) ?? null;
    const found = cellId === null ? [] : (evidence.get(cellId) ?? []);
    const source: CellSource = {
      columnId: column.id,
      rowKey,
      cellId,
      codings: codingsOfCell(asked.get(key) ?? [], found, facts),
      codeIds: [...(codesOfColumn.get(column.id) ?? []), ...(codesOfRow.get(rowKey) ?? [])],
      upstream: (upstream.get(key) ?? []).map((cell) => sourceCell(cell, found)),
      values: valuesOf(frame, column, rowKey),
    };
    return which === 'stored' || asksForSomething(source) ? [source] : [];
  });
}

function asksForSomething({ cellId, codings, upstream, values }: CellSource): boolean {
  return (
    cellId !== null || codings.length > 0 || upstream.length > 0 || values.some(({ value }) => value !== '')
  );
}

interface CellPlace {
  readonly column: MatrixColumn;
  readonly rowKey: RowKey;
}

function listPlaces({ columns, scope }: MatrixFrame, only: ReadonlyMap<Key, CellId> | null): CellPlace[] {
  return columns.flatMap((column) =>
    scope.rows.rows
      .filter(({ key }) => only === null || only.has(keyOf(column.id, key)))
      .map(({ key }) => ({ column, rowKey: key })),
  );
}

/** Reads only what columns with a wanted cell ask for. */
function askedCodings(
  db: ReadableDb,
  { view, columns, scope }: MatrixFrame,
  codes: readonly CodePlace[],
  only: ReadonlyMap<Key, CellId> | null,
): ReadonlyMap<Key, readonly CodingId[]> {
  const used = new Set([...(only?.keys() ?? [])].map((key) => Number(key.split(' ')[0])));
  const asking = only === null ? columns : columns.filter(({ id }) => used.has(id));
  const found = new Map<Key, CodingId[]>();
  for (const place of placesOfCodings(db, cellScope(scope.rows, asking, codes), view.layerId)) {
    const key = keyOf(place.columnId, place.rowKey);
    if (only !== null && !only.has(key)) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [place.coding[0]]);
    else known.push(place.coding[0]);
  }
  return found;
}

function factsOf(
  db: ReadableDb,
  asked: ReadonlyMap<Key, readonly CodingId[]>,
  evidence: ReadonlyMap<CellId, readonly EvidenceFact[]>,
): ReadonlyMap<CodingId, CodingFact> {
  const ids = new Set<CodingId>();
  for (const list of asked.values()) for (const id of list) ids.add(id);
  for (const list of evidence.values())
    for (const { codingId } of list) if (codingId !== null) ids.add(codingId);
  return new Map(codingFacts(db, [...ids]).map((fact) => [fact.id, fact]));
}

function codingsOfCell(
  asked: readonly CodingId[],
  evidence: readonly EvidenceFact[],
  facts: ReadonlyMap<CodingId, CodingFact>,
): SourceCoding[] {
  const stances = new Map(evidence.map(({ codingId, stance }) => [codingId, stance]));
  const isAsked = new Set(asked);
  const others = evidence.flatMap(({ codingId }) =>
    codingId === null || isAsked.has(codingId) ? [] : [codingId],
  );
  return [...asked, ...others].flatMap((id) => {
    const fact = facts.get(id);
    if (fact === undefined) return [];
    return [{ ...fact, stance: stances.get(id) ?? null, isAsked: isAsked.has(id) }];
  });
}

function sourceCell(
  cell: ReturnType<typeof upstreamOfMatrix>[number],
  evidence: readonly EvidenceFact[],
): SourceCell {
  return {
    cellId: cell.cellId,
    uid: cell.cellUid,
    columnId: cell.columnId,
    columnTitle: cell.columnTitle,
    matrixName: cell.matrixName,
    rowKey: cell.rowKey,
    rowName: cell.rowName,
    summary: cell.summary,
    rating: cell.rating,
    symbol: cell.symbol,
    rationale: cell.rationale,
    stance: evidence.find(({ sourceCellId }) => sourceCellId === cell.cellId)?.stance ?? null,
  };
}

function codesByRow(
  db: ReadableDb,
  { record }: MatrixFrame,
  codes: readonly CodePlace[],
): ReadonlyMap<RowKey, readonly CodeId[]> {
  if (record.rowKind !== 'codes') return new Map();
  return new Map(
    rowCodesOf(db, record.id).map(({ id, uid }) => [codeRow(uid), [...withDescendants(codes, [id])]]),
  );
}

/** The value of every case of the row in the column's attribute, and in the attribute whose values are the rows. */
function valuesOf({ record, scope }: MatrixFrame, column: MatrixColumn, rowKey: RowKey): SourceValue[] {
  const { cases, members } = scope.rows;
  const inRow = new Set(members.get(rowKey) ?? []);
  const inColumn = column.kind === 'group' ? new Set(casesOfGroup(cases, column)) : null;
  const used = [record.rowAttributeId, column.attributeId].filter((id) => id !== null);
  if (used.length === 0) return [];
  return cases
    .filter(
      ({ participantId, isCounted }) =>
        isCounted && (inRow.has(participantId) || inColumn?.has(participantId)),
    )
    .flatMap(({ participantId, uid, code, values }) =>
      used.map((attributeId) => ({
        participantId,
        participantUid: uid,
        participantCode: code,
        attributeId,
        value: values[attributeId] ?? '',
      })),
    );
}
