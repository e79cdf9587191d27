import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import type { Migration } from '#electron/database/migrate.ts';
import { openProjectFile } from '#electron/database/project-file.ts';
import { lockPath, lockProject } from '#electron/database/project-lock.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { eraseFromCopy } from '#electron/withdrawal/erase-participant.ts';
import { withdrawnIn, withdrawnThere } from '#electron/withdrawal/withdrawn-marks.ts';
import { activeParts, columnNames, tableNames } from './merge-sql.ts';
import { readPackage } from './package-file.ts';

/** The part of a package in which a study travels: a project file. */
export const STUDY_PART = 'study.crosscase';

/** What can be merged, open for reading: a copy of its own, brought to today's schema, that nobody else sees. */
export interface MergeSource {
  readonly db: ReadableDb;
  readonly name: string;
  readonly studyTitle: string;
  /** Of the project, and of the one that it was made from by a package. */
  readonly studyUids: readonly string[];
  readonly madeBy: string;
  /** Null for a project file. */
  readonly fingerprint: string | null;
  /** Rows of people who withdrew here, by table: they were erased from the copy before anybody looked at it. */
  readonly withdrawn: ReadonlyMap<string, number>;
  /** Codes of participants of ours who withdrew there. */
  readonly withdrawnThere: readonly string[];
  close(): void;
}

interface Place {
  /** Where the copy is made; removed at the end. */
  readonly scratch: string;
  readonly migrations: readonly Migration[];
  /** The project that is merged into: theirs must have its tables, and no others. */
  readonly ours: ReadableDb;
}

/** Opens a package of finished coding, or the project of a colleague. The file itself is left as it is. */
export async function openSource(
  file: StoredFile,
  passphrase: string | null,
  place: Place,
): Promise<MergeSource> {
  const isProject = startsAsDatabase(file.path);
  const packed = isProject ? null : await readPackage(file, { kinds: ['coding work'], passphrase });
  const copy = path.join(place.scratch, `merge-${path.basename(file.path)}-${Date.now()}.crosscase`);
  try {
    if (packed === null) copyProject(file.path, copy);
    else fs.writeFileSync(copy, packed.parts.get(STUDY_PART) ?? '');
    const madeBy = packed?.manifest.madeBy ?? '';
    return openCopy(copy, file.name, place, madeBy, packed?.fingerprint ?? null);
  } catch (error) {
    removeCopy(copy);
    throw inWords(error, file.name);
  }
}

function openCopy(
  copy: string,
  name: string,
  { migrations, ours }: Place,
  madeBy: string,
  fingerprint: string | null,
): MergeSource {
  const opened = openProjectFile(copy, migrations);
  const close = (): void => {
    opened.close();
    removeCopy(copy);
  };
  try {
    const db = new ReadableDb(opened.connection);
    refuseForeignTables(db, ours, name);
    const project = findProject(db);
    if (project === undefined) throw new AppError('package-not-ours', { name });
    const studyUids = [project.uid, ...(project.origin_uid === null ? [] : [project.origin_uid])];
    const gone = withdrawnIn(ours, db);
    const withdrawn = gone.size === 0 ? new Map<string, number>() : eraseFromCopy(opened.connection, gone);
    const there = withdrawnThere(ours, db);
    const about = { db, name, studyTitle: project.title, studyUids, madeBy, fingerprint };
    return { ...about, withdrawn, withdrawnThere: there, close };
  } catch (error) {
    close();
    throw error;
  }
}

function startsAsDatabase(file: string): boolean {
  const head = Buffer.alloc(16);
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.readSync(descriptor, head, 0, head.length, 0);
  } finally {
    fs.closeSync(descriptor);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

/** With the log of what was written last, if the program that wrote it did not end well. */
function copyProject(from: string, to: string): void {
  // While somebody works in it, a copy would be half of one state and half of another.
  const lock = fs.existsSync(lockPath(from)) ? lockProject(from) : null;
  try {
    fs.copyFileSync(from, to);
    if (fs.existsSync(`${from}-wal`)) fs.copyFileSync(`${from}-wal`, `${to}-wal`);
  } finally {
    lock?.release();
  }
}

function removeCopy(copy: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '-lock']) fs.rmSync(copy + suffix, { force: true });
}

/** Whatever else a file holds was not put there by Crosscase, and could be made to act when it is read. */
function refuseForeignTables(theirs: ReadableDb, ours: ReadableDb, name: string): void {
  const shape = (db: ReadableDb): string =>
    JSON.stringify([
      activeParts(db),
      tableNames(db).map((table) => [table, columnNames(db, table).toSorted()]),
    ]);
  if (shape(theirs) === shape(ours)) return;
  const message = 'It holds something that Crosscase did not put there.';
  throw new AppError('package-damaged', { name, message });
}

/** The copy has a path that means nothing to anybody: refusals speak of the file that was chosen. */
function inWords(error: unknown, name: string): unknown {
  if (!(error instanceof AppError)) return error;
  switch (error.code) {
    case 'project-newer':
      return new AppError('package-newer', { name }, { cause: error });
    case 'project-not-ours':
      return new AppError('package-not-ours', { name }, { cause: error });
    case 'project-damaged':
      return new AppError(
        'package-damaged',
        { name, message: 'The study in it cannot be read.' },
        { cause: error },
      );
    default:
      return error;
  }
}
