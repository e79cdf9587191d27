import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { CoderId } from '#shared/ids.ts';
import { installBlindViews, isBlind } from '#electron/coding/blind-views-sql.ts';
import { installJournal } from '#electron/history/journal-triggers.ts';
import { forgetCheckingOfRemovedCells } from '#electron/checking/forget-removed-cells-sql.ts';
import { keepMemosOfRemovedThings } from '#electron/memos/keep-memos-sql.ts';
import { installSearchIndex } from '#electron/search/search-index-sql.ts';
import { migrate, schemaVersion, type Migration } from './migrate.ts';
import { openingProblem } from './sqlite-errors.ts';
import { lockProject, type ProjectLock } from './project-lock.ts';
import { noSoundFiles, stampOf, stillSound, type SoundFiles } from './sound-files.ts';

/** "CRCS": how a Crosscase project is told from any other SQLite file. */
export const APPLICATION_ID = 0x43524353;

export interface ProjectFile {
  readonly path: string;
  readonly connection: Database.Database;
  /** Damage was met: the next opening must read the file through. */
  doubt(): void;
  /** False when something went wrong in tidying up: the project is closed all the same, and nothing is lost. */
  close(): boolean;
}

/** Makes a new, empty project file. Throws `project-exists` rather than touch a file that is there. */
export function createProjectFile(file: string, migrations: readonly Migration[]): ProjectFile {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new AppError('project-folder-missing', { path: folder });
  if (fs.existsSync(file)) throw new AppError('project-exists', { path: file });
  refuseIfReadOnly(folder, file);
  try {
    return connect(file, (connection) => {
      connection.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(connection, migrations, () => {});
    });
  } catch (error) {
    // Somebody else is making the same file: what is there is theirs.
    if (!(error instanceof AppError && error.code === 'project-open-elsewhere')) removeProjectFile(file);
    throw error;
  }
}

/** Removes a project that was only just made, with what SQLite keeps beside it. */
export function removeProjectFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '-lock']) fs.rmSync(file + suffix, { force: true });
}

/**
 * Opens a project file, or says precisely why it cannot be opened. A file that is refused is not written to. One that is
 * not known to be as we closed it is read through, to refuse it now rather than meet the damage in the middle of work.
 */
export function openProjectFile(
  file: string,
  migrations: readonly Migration[],
  soundFiles: SoundFiles = noSoundFiles,
): ProjectFile {
  inspectBeforeOpening(file);
  const known = soundFiles.recall(file);
  // Before connecting, which may make a log.
  const soundSince = known === undefined ? null : stillSound(file, known, Date.now());
  const opened = connect(file, (connection) => {
    if (soundSince === null) refuseIfDamaged(connection, file);
    const ourVersion = migrations.length;
    const fileVersion = schemaVersion(connection);
    if (fileVersion > ourVersion)
      throw new AppError('project-newer', { path: file, fileVersion, ourVersion });
    migrate(connection, migrations, (fromVersion) => copyBeforeMigration(connection, file, fromVersion));
  });
  return remembering(opened, soundFiles, soundSince ?? Date.now());
}

/** The same project, of which it is remembered when it was closed well. */
function remembering(opened: ProjectFile, soundFiles: SoundFiles, checkedAt: number): ProjectFile {
  let doubted = false;
  return {
    ...opened,
    doubt() {
      doubted = true;
    },
    close() {
      const closedWell = opened.close() && !doubted;
      try {
        if (closedWell) soundFiles.keep(opened.path, { stamp: stampOf(opened.path), checkedAt });
        else soundFiles.drop(opened.path);
      } catch (error) {
        // Not remembered, because the disk is full or gone: the next opening takes a little longer.
        if (!(error instanceof Error && 'code' in error)) throw error;
      }
      return closedWell;
    },
  };
}

/**
 * A second, read-only connection to a project that this process has open, for worker threads and for studies that are
 * coded blind: it shows what `viewer` may see.
 */
export function openForReading(file: string, viewer: CoderId | null): Database.Database {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  connection.pragma('temp_store = MEMORY');
  if (isBlind(connection)) installBlindViews(connection, viewer);
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

function connect(file: string, prepare: (connection: Database.Database) => void): ProjectFile {
  let lock: ProjectLock | undefined;
  let connection: Database.Database | undefined;
  try {
    lock = lockProject(realPath(file));
    connection = new Database(file);
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    prepare(connection);
    connection.pragma('journal_mode = WAL');
    // FULL, not NORMAL: what the screen shows as saved must survive a power cut.
    connection.pragma('synchronous = FULL');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('cache_size = -65536');
    // No memory mapping: when a memory stick is pulled out, a mapped page ends the process, a read page is an error.
    connection.pragma('mmap_size = 0');
    installJournal(connection);
    installSearchIndex(connection);
    keepMemosOfRemovedThings(connection);
    forgetCheckingOfRemovedCells(connection);
  } catch (error) {
    connection?.close();
    lock?.release();
    throw openingProblem(error, file);
  }
  const opened = connection;
  const held = lock;
  return {
    path: file,
    connection: opened,
    doubt() {},
    close() {
      const tidy = tidyUp(opened);
      opened.close();
      held.release();
      return tidy;
    },
  };
}

/**
 * Leaves the file quick to open and alone in its folder. A damaged file or a disk that was pulled out must not keep a
 * project from being closed, and nothing is lost by it: what was committed is in the log, which the next opening reads.
 */
function tidyUp(connection: Database.Database): boolean {
  try {
    connection.pragma('optimize');
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return false;
  }
}

/** The same file under another name, through a link, must meet the same lock. */
function realPath(file: string): string {
  return fs.existsSync(file) ? fs.realpathSync.native(file) : file;
}

/** Above this size the whole file is not read at opening: it would be felt. A damaged page is then met when it is read. */
const LARGEST_QUICK_CHECK = 48 * 1024 * 1024;

function refuseIfDamaged(connection: Database.Database, file: string): void {
  if (fs.statSync(file).size > LARGEST_QUICK_CHECK) return;
  const message = connection.pragma('quick_check(1)', { simple: true }) as string;
  if (message !== 'ok') throw new AppError('project-damaged', { path: file, message });
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
  try {
    connection.prepare('VACUUM INTO ?').run(copy);
    flush(copy);
  } catch (error) {
    fs.rmSync(copy, { force: true });
    throw error;
  }
}

/** SQLite does not wait for the disk when it writes a copy; a copy that is made to be relied on must be there. */
function flush(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
