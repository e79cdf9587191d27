import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';

/** What an error of SQLite says about the disk or the file, as a person needs to hear it; null when it is our own bug. */
export function diskProblem(error: unknown, file: string): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  // Extended codes begin with the plain one: SQLITE_IOERR_FSYNC.
  const [, plain] = /^(SQLITE_[A-Z]+)/.exec(error.code) ?? [];
  switch (plain) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError('project-open-elsewhere', { path: file }, { cause: error });
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return new AppError('project-read-only', { path: file }, { cause: error });
    case 'SQLITE_FULL':
      return new AppError('disk-full', {}, { cause: error });
    case 'SQLITE_IOERR':
      return new AppError('disk-unreachable', { path: file, message: error.code }, { cause: error });
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return damaged(error, file);
    default:
      return null;
  }
}

/** While a file is being opened, any other error of SQLite means that the file is not what it says it is. */
export function openingProblem(error: unknown, file: string): unknown {
  const known = diskProblem(error, file);
  if (known !== null) return known;
  return error instanceof Database.SqliteError ? damaged(error, file) : error;
}

function damaged(error: Error, file: string): AppError {
  return new AppError('project-damaged', { path: file, message: error.message }, { cause: error });
}
