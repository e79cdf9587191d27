import { AppError } from '#shared/contract/errors.ts';
import type { ColumnId, ParticipantId } from '#shared/ids.ts';
import type { RowKey, RowKind } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { requireColumn } from './change-columns.ts';
import { caseOfRow, rowIsNamed, storedRowName } from './rows-sql.ts';
import { requireMatrix } from './read-matrix.ts';

/** A place in a matrix: a column, and a row by its key. */
export interface CellAddress {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

export interface FoundRow {
  readonly rowKey: RowKey;
  readonly name: string;
  /** Of a row that is a case. */
  readonly participantId: ParticipantId | null;
}

const PREFIXES: Readonly<Record<RowKind, string>> = {
  cases: 'case:',
  groups: 'group:',
  sites: 'site:',
  roles: 'role:',
  codes: 'code:',
  sections: 'section:',
  coders: 'coder:',
  all: 'all',
};

/**
 * The row of a place: one that belongs to the matrix, or one that is gone but still holds something. Throws `not-found`
 * when there is neither, or the column is gone.
 */
export function requireRow(db: ReadableDb, { columnId, rowKey }: CellAddress): FoundRow {
  const column = requireColumn(db, columnId);
  const { rowKind } = requireMatrix(db, column.matrixId);
  if (rowKey.startsWith(PREFIXES[rowKind])) {
    const found = caseOfRow(db, rowKey);
    if (found !== undefined) return { rowKey, name: found.code, participantId: found.participantId };
    const name = rowIsNamed(db, rowKey);
    if (name !== null) return { rowKey, name, participantId: null };
  }
  const stored = storedRowName(db, column.matrixId, rowKey);
  if (stored === undefined) throw new AppError('not-found', { what: rowKind === 'cases' ? 'case' : 'row' });
  return { rowKey, name: stored, participantId: null };
}

/** How people call the cell: `T01 × Costs`. Throws `not-found` when the row or the column is gone. */
export function nameOfPlace(db: ReadableDb, place: CellAddress): string {
  return `${requireRow(db, place).name} × ${requireColumn(db, place.columnId).title}`;
}
