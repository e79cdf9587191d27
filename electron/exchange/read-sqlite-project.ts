import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { columnsOf, tableNames } from './foreign-tables-sql.ts';
import { readQualCoder } from './read-qualcoder.ts';
import { readTaguette } from './read-taguette.ts';

/** Opens the database of another program for reading only, and reads it by the tables that it has. */
export function readSqliteProject({ path, name }: StoredFile, newGuid: () => string): ForeignProject {
  const refuse = (reason: string): AppError => new AppError('archive-refused', { name, reason });
  let connection: Database.Database;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw refuse(
      `The database cannot be opened (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  try {
    // A file of somebody else may hold views and triggers with anything in them; none of them is trusted.
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    const db = new ReadableDb(connection);
    const tables = tableNames(db);
    if (tables.has('code_text') && tables.has('source')) {
      return readQualCoder(
        db,
        { name, has: (table) => tables.has(table), columns: (table) => columnsOf(db, table) },
        newGuid,
      );
    }
    if (tables.has('highlights') && tables.has('documents')) return readTaguette(db, name);
    throw refuse('It is a database, but neither of QualCoder nor of Taguette.');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse(`The database cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  } finally {
    connection.close();
  }
}
