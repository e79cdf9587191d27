import fs from 'node:fs';
import path from 'node:path';
import {
  CHECK_PART,
  checkPart,
  VERDICTS_PART,
  type CheckPart,
  type VerdictsPart,
} from '#shared/checking/check-item.ts';
import type { checkingContract, MadePackage } from '#shared/checking/checking-contract.ts';
import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import type { Services } from '#electron/core/services.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readPackage, writePackage, type PackageToWrite } from '#electron/packages/package-file.ts';
import { freeProjectPath } from '#electron/project/folder-listing.ts';
import { createProject, discardProject } from '#electron/project/open-project.ts';
import { coderName } from './checks-sql.ts';
import { findCheckerProject, isDone } from './checker-project.ts';
import { cellsForChecker } from './package-cells.ts';
import { coderUid, insertPackage, studyOf, upsertPackageVerdict } from './package-sql.ts';

type Contract = typeof checkingContract;

/** What waits for a checker, as a file. Throws `nothing-to-check`. */
export async function writeCheckPackage(
  services: Services,
  { matrixId, checkerId, passphrase }: InputOf<Contract['writePackage']>,
): Promise<MadePackage> {
  const { readable } = services.session.requireProject();
  const name = coderName(readable, checkerId);
  const uid = coderUid(readable, checkerId);
  if (name === undefined || uid === undefined) throw new AppError('not-found', { what: 'coder' });
  const cells = cellsForChecker(readable, matrixId, checkerId);
  if (cells.length === 0) throw new AppError('nothing-to-check', {});
  const part: CheckPart = { checker: { uid, name }, cells };
  return make(services, `Check by ${name}`, cells.length, {
    kind: 'check',
    ...headOf(services, readable),
    about: { checker: name, cells: cells.length },
    parts: new Map([[CHECK_PART, Buffer.from(JSON.stringify(part))]]),
    passphrase,
  });
}

/** A new project that holds the package and nothing else. On any failure no file is left behind. */
export async function openCheckPackage(
  services: Services,
  { file, passphrase }: InputOf<Contract['openPackage']>,
): Promise<OpenProjectInfo> {
  const source = services.files.resolve(file);
  const { manifest, parts, fingerprint } = await readPackage(source, { kinds: ['check'], passphrase });
  const content = Buffer.from(parts.get(CHECK_PART) ?? []).toString('utf8');
  const parsed = checkPart.safeParse(parseJson(content));
  if (!parsed.success)
    throw new AppError('package-damaged', {
      name: source.name,
      message: 'What is to be checked cannot be read.',
    });
  const { documents } = services.deps.paths;
  fs.mkdirSync(documents, { recursive: true });
  const title = `Check of ${manifest.study.title}`;
  const { checker } = parsed.data;
  const project = createProject(services, {
    path: freeProjectPath(documents, fileName(title)),
    title,
    coderName: checker.name,
  });
  try {
    services.mutate('Open a check package', 'checking.openPackage', ({ db, now }) => {
      insertPackage(db, {
        fingerprint,
        studyUid: manifest.study.uid,
        studyTitle: manifest.study.title,
        madeBy: manifest.madeBy,
        madeAt: manifest.madeAt,
        content: JSON.stringify(parsed.data),
      });
      for (const { cellUid, own } of parsed.data.cells) {
        if (own !== null)
          upsertPackageVerdict(db, {
            uid: own.uid,
            cellUid,
            ownSummary: own.summary,
            ownRating: own.rating,
            verdict: null,
            note: '',
            at: now(),
          });
      }
    });
  } catch (error) {
    discardProject(services, project.path);
    throw error;
  }
  return project;
}

/** The verdicts of a checker, for the study that the package came from. Throws `nothing-to-check`. */
export async function writeCheckReturn(
  services: Services,
  { passphrase }: InputOf<Contract['writeReturn']>,
): Promise<MadePackage> {
  const { readable } = services.session.requireProject();
  const project = findCheckerProject(readable);
  if (project === undefined) throw new AppError('not-a-check', {});
  const { record, part, verdicts } = project;
  const given = part.cells.flatMap((cell): VerdictsPart['verdicts'] => {
    const said = verdicts.get(cell.cellUid);
    if (said === undefined || !isDone(cell, said)) return [];
    const { cellUid, row, column, inputHash } = cell;
    const { summary, rating, claimHash } = cell.claim ?? { summary: '', rating: null, claimHash: null };
    return [{ ...said, cellUid, cell: `${row} × ${column}`, summary, rating, claimHash, inputHash }];
  });
  if (given.length === 0) throw new AppError('nothing-checked', {});
  const content: VerdictsPart = { checker: part.checker, verdicts: given };
  return make(services, `Checked by ${part.checker.name}`, given.length, {
    kind: 'checked',
    ...headOf(services, readable),
    study: { uid: record.studyUid, title: record.studyTitle },
    about: { package: record.fingerprint, checker: part.checker.name, verdicts: given.length },
    parts: new Map([[VERDICTS_PART, Buffer.from(JSON.stringify(content))]]),
    passphrase,
  });
}

function headOf(
  { session, deps }: Services,
  db: ReadableDb,
): Pick<PackageToWrite, 'madeAt' | 'madeBy' | 'study'> {
  const study = must(studyOf(db), 'an open project says which study it is');
  return { madeAt: deps.now(), madeBy: session.actor.coderName, study };
}

async function make(
  { files }: Services,
  title: string,
  cells: number,
  content: PackageToWrite,
): Promise<MadePackage> {
  const name = `${fileName(`${content.study.title} - ${title}`)}.crosscase-package`;
  const place = files.reserve(name);
  const { fingerprint } = await writePackage(place.path, content);
  return { file: place.ref, name: path.basename(name), cells, fingerprint };
}

/** What every file system takes. */
function fileName(title: string): string {
  return title
    .replaceAll(/[^\p{L}\p{N} .,()-]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, 100);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller says that it cannot be read: there is one sentence for all ways in which a part is not what it should be.
    return null;
  }
}
