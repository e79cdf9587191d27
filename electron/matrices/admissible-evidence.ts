import type { CellId, CodingId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { requireColumn } from './change-columns.ts';
import { codingsOfCases } from './evidence-sql.ts';
import type { CellAddress } from './find-row.ts';
import { readFrame } from './read-matrix.ts';
import { caseOfRow } from './rows-sql.ts';
import { upstreamOfMatrix } from './upstream.ts';

/**
 * Of the codings, those that a cell can rest on: fragments of its own case, or of the cases that its row takes together;
 * other people's words are no evidence for it. They need not be what the column asks for.
 */
export function admissibleCodings(
  db: ReadableDb,
  { columnId, rowKey }: CellAddress,
  codingIds: readonly CodingId[],
): ReadonlySet<CodingId> {
  if (codingIds.length === 0) return new Set();
  const own = caseOfRow(db, rowKey);
  if (own !== undefined) return new Set(codingsOfCases(db, codingIds, [own.participantId]));
  const { scope } = readFrame(db, requireColumn(db, columnId).matrixId);
  const members =
    scope.rows.members.get(rowKey) ?? scope.rows.cases.map(({ participantId }) => participantId);
  return new Set(codingsOfCases(db, codingIds, members));
}

/** The cells of other matrices from which a cell is drawn. */
export function admissibleCells(db: ReadableDb, { columnId, rowKey }: CellAddress): ReadonlySet<CellId> {
  const frame = readFrame(db, requireColumn(db, columnId).matrixId);
  const upstream = upstreamOfMatrix(db, frame).filter(
    (cell) => cell.ofColumn === columnId && cell.ofRow === rowKey,
  );
  return new Set(upstream.map(({ cellId }) => cellId));
}
