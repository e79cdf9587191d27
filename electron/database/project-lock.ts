import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';

export interface ProjectLock {
  release(): void;
}

/**
 * Takes the project for this process. The lock is an exclusive transaction on a small SQLite file beside the project:
 * the operating system lets go of it when the process dies, however it dies, so a crash never locks anybody out.
 * The project file itself cannot carry the lock, because our own worker threads read it at the same time.
 */
export function lockProject(projectPath: string): ProjectLock {
  const connection = new Database(lockPath(projectPath), { timeout: 0 });
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (isBusy(error)) throw new AppError('project-open-elsewhere', { path: projectPath }, { cause: error });
    throw error;
  }
  return {
    release() {
      connection.exec('ROLLBACK');
      connection.close();
      // The file stays: removing it would let a second process lock a file that a third has just made anew.
    },
  };
}

export function lockPath(projectPath: string): string {
  return `${projectPath}-lock`;
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
