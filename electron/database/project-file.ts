import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { installJournal } from '#electron/history/journal-triggers.ts';
import { installSearchIndex } from '#electron/search/search-index.ts';
import { migrate, schemaVersion, type Migration } from './migrate.ts';
import { lockProject, type ProjectLock } from './project-lock.ts';

/** "CRCS": how a Crosscase project is told from any other SQLite file. */
export const APPLICATION_ID = 0x43524353;

export interface ProjectFile {
  readonly path: string;
  readonly connection: Database.Database;
  close(): void;
}

/** Makes a new, empty project file. Throws `project-exists` rather than touch a file that is there. */
export function createProjectFile(file: string, migrations: readonly Migration[]): ProjectFile {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new AppError('project-folder-missing', { path: folder });
  if (fs.existsSync(file)) throw new AppError('project-exists', { path: file });
  refuseIfReadOnly(folder, file);
  const lock = lockProject(file);
  return connect(file, lock, (connection) => {
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(connection, migrations, () => {});
  });
}

/** Opens a project file, or says precisely why it cannot be opened. A file that is refused is not written to. */
export function openProjectFile(file: string, migrations: readonly Migration[]): ProjectFile {
  inspectBeforeOpening(file);
  const lock = lockProject(file);
  return connect(file, lock, (connection) => {
    const applicationId = connection.pragma('application_id', { simple: true });
    if (applicationId !== APPLICATION_ID) throw new AppError('project-not-ours', { path: file });
    const ourVersion = migrations.length;
    const fileVersion = schemaVersion(connection);
    if (fileVersion > ourVersion)
      throw new AppError('project-newer', { path: file, fileVersion, ourVersion });
    migrate(connection, migrations, (fromVersion) => copyBeforeMigration(connection, file, fromVersion));
  });
}

/** A second, read-only connection to a project that this process has open: for worker threads. */
export function openForReading(file: string): Database.Database {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  connection.pragma('query_only = ON');
  return connection;
}

/** What SQLite itself finds wrong with the file: an empty list for a sound one. Reads the whole file. */
export function integrityProblems(connection: Database.Database): readonly string[] {
  const rows = connection.pragma('integrity_check') as { integrity_check: string }[];
  const references = connection.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return [
    ...rows.map((row) => row.integrity_check).filter((message) => message !== 'ok'),
    ...references.map(({ table, rowid }) => `row ${rowid} of ${table} points to nothing`),
  ];
}

function connect(
  file: string,
  lock: ProjectLock,
  prepare: (connection: Database.Database) => void,
): ProjectFile {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file);
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    prepare(connection);
    connection.pragma('journal_mode = WAL');
    // FULL, not NORMAL: what the screen shows as saved must survive a power cut.
    connection.pragma('synchronous = FULL');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('cache_size = -65536');
    connection.pragma('mmap_size = 268435456');
    installJournal(connection);
    installSearchIndex(connection);
  } catch (error) {
    connection?.close();
    lock.release();
    throw translate(error, file);
  }
  const opened = connection;
  return {
    path: file,
    connection: opened,
    close() {
      opened.pragma('optimize');
      opened.pragma('wal_checkpoint(TRUNCATE)');
      opened.close();
      lock.release();
    },
  };
}

function inspectBeforeOpening(file: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new AppError('project-missing', { path: file });
  if (!stat.isFile()) throw new AppError('project-not-ours', { path: file });
  const header = readHeader(file);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new AppError('project-not-ours', { path: file });
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new AppError('project-not-ours', { path: file });
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65536 : rawPageSize;
  const pages = header.readUInt32BE(28);
  // A log that was not checkpointed may legitimately be ahead of the main file, never behind it.
  if (pages * pageSize > stat.size && !fs.existsSync(`${file}-wal`)) {
    throw new AppError('project-damaged', { path: file, message: 'the end of the file is missing' });
  }
  refuseIfReadOnly(path.dirname(file), file);
  if (!writable(file)) throw new AppError('project-read-only', { path: file });
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(100);
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.readSync(descriptor, header, 0, header.length, 0);
  } finally {
    fs.closeSync(descriptor);
  }
  return header;
}

function refuseIfReadOnly(folder: string, file: string): void {
  if (!writable(folder)) throw new AppError('project-read-only', { path: file });
}

/** The mode bits are looked at too: an administrator may write anywhere, but a file marked read-only is meant to stay. */
function writable(place: string): boolean {
  if ((fs.statSync(place).mode & 0o222) === 0) return false;
  try {
    fs.accessSync(place, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function copyBeforeMigration(connection: Database.Database, file: string, fromVersion: number): void {
  const { dir, name } = path.parse(file);
  let copy = path.join(dir, `${name}.before-update-from-${fromVersion}.crosscase`);
  for (let count = 2; fs.existsSync(copy); count += 1) {
    copy = path.join(dir, `${name}.before-update-from-${fromVersion}-${count}.crosscase`);
  }
  connection.prepare('VACUUM INTO ?').run(copy);
}

function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
    return new AppError('project-open-elsewhere', { path: file }, { cause: error });
  }
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError('project-read-only', { path: file }, { cause: error });
  }
  if (error.code.startsWith('SQLITE_FULL')) return new AppError('disk-full', {}, { cause: error });
  return new AppError('project-damaged', { path: file, message: error.message }, { cause: error });
}
