import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { packageKinds } from '#shared/packages/package-manifest.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import type { PackageInfo, packagesContract } from '#shared/packages/packages-contract.ts';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { addCoder } from '#electron/project/coders.ts';
import { freeProjectPath, PROJECT_EXTENSION } from '#electron/project/folder-listing.ts';
import { currentInfo, discardProject, openProject, sitDown } from '#electron/project/open-project.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { STUDY_PART } from './open-source.ts';
import { readPackage, type PackageFile } from './package-file.ts';

const about = z.object({
  coderName: z.string().nullable().catch(null),
  transcripts: z.int().catch(0),
  codes: z.int().catch(0),
  codebookVersion: z.int().nullable().catch(null),
});

export async function inspectPackage(
  { files }: Services,
  { file, passphrase }: InputOf<(typeof packagesContract)['inspect']>,
): Promise<PackageInfo> {
  const packed = await readPackage(files.resolve(file), { kinds: packageKinds, passphrase });
  const { kind, study, madeBy, madeAt } = packed.manifest;
  const { fingerprint } = packed;
  return {
    kind,
    studyTitle: study.title,
    madeBy,
    madeAt,
    fingerprint,
    ...about.parse(packed.manifest.about),
  };
}

/** The package becomes a project of its own, in which its coder sits. On any failure no file is left behind. */
export async function openTask(
  services: Services,
  { file, passphrase, path: given, coderName }: InputOf<(typeof packagesContract)['openTask']>,
): Promise<OpenProjectInfo> {
  const { files, deps } = services;
  const source = files.resolve(file);
  const packed = await readPackage(source, { kinds: ['coding task'], passphrase });
  const target = targetOf(packed, given, deps.paths.documents);
  // `wx`: when two open it at once, the second is told so, and writes over nothing.
  try {
    fs.writeFileSync(target, packed.parts.get(STUDY_PART) ?? '', { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError('project-exists', { path: target }, { cause: error });
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppError('project-folder-missing', { path: path.dirname(target) }, { cause: error });
    }
    throw error;
  }
  const before = services.session.file?.path ?? null;
  try {
    openProject(services, target);
    seat(services, coderName);
  } catch (error) {
    discardProject(services, target);
    if (before !== null) openProject(services, before);
    throw error;
  }
  services.emit({ type: 'session' });
  return currentInfo(services);
}

function targetOf({ manifest }: PackageFile, given: string | null, documents: string): string {
  if (given !== null)
    return path.resolve(given.endsWith(PROJECT_EXTENSION) ? given : given + PROJECT_EXTENSION);
  fs.mkdirSync(documents, { recursive: true });
  const { coderName } = about.parse(manifest.about);
  const name = `${manifest.study.title}${coderName === null ? '' : ` ${coderName}`}`;
  return freeProjectPath(documents, safeFileName(name, 'Coding'));
}

/** Who the package was made for; else whoever says so now, under a name and an identity of their own. */
function seat(services: Services, coderName: string): void {
  const [named] = listCoders(services.session.requireProject().writable);
  const name = coderName.trim();
  if (named !== undefined) sitDown(services, { coderId: named.id, coderName: named.name });
  else if (name !== '') {
    const coder = services.mutate(`Add coder ${name}`, 'project.addCoder', (context) =>
      addCoder(context, name),
    );
    sitDown(services, { coderId: coder.id, coderName: coder.name });
  }
}
