import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import type { CoderId } from '#shared/ids.ts';
import type { PackageKind } from '#shared/packages/package-manifest.ts';
import type { ExportedPackage, packagesContract } from '#shared/packages/packages-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { requireSession } from '#electron/comparison/gather-session.ts';
import { transcriptsOfSession } from '#electron/comparison/sessions-sql.ts';
import { unitsToSend } from '#electron/comparison/units-to-code.ts';
import { freezeIfChanged } from '#electron/codebook/codebook-versions.ts';
import { countEverything, findProject, listCoders } from '#electron/project/project-sql.ts';
import { must } from '#shared/assert.ts';
import type { StudyPart } from './merge-rules.ts';
import { STUDY_PART } from './open-source.ts';
import { writePackage } from './package-file.ts';
import { writeStudy, type StudyCopy } from './write-study.ts';

const TASK: readonly StudyPart[] = ['study', 'people', 'participants', 'transcripts', 'codebook'];
const WORK: readonly StudyPart[] = [...TASK, 'codings'];

export async function exportTask(
  services: Services,
  {
    coderId,
    transcriptIds: named,
    sessionId,
    attributes,
    passphrase,
  }: InputOf<(typeof packagesContract)['exportTask']>,
): Promise<ExportedPackage> {
  const coder = coderId === null ? null : requireCoder(services, coderId);
  const { writable } = services.session.requireProject();
  if (sessionId !== null) requireSession(writable, sessionId);
  const units = sessionId === null ? [] : unitsToSend(writable, sessionId);
  const transcriptIds =
    named ??
    (sessionId === null
      ? null
      : transcriptsOfSession(writable, sessionId).map(({ transcriptId }) => transcriptId));
  const codebookVersion = services.mutate('Freeze the codebook', 'packages.exportTask', (context) =>
    freezeIfChanged(context, ''),
  );
  const { uid, title, origin_uid: origin } = requireStudy(services);
  return write(services, {
    kind: 'coding task',
    name: coder === null ? `${title} to code` : `${title} for ${coder.name}`,
    about: {
      coderName: coder?.name ?? null,
      transcripts: transcriptIds?.length ?? countEverything(writable).transcripts,
      codebookVersion,
    },
    passphrase,
    copy: {
      parts: new Set<StudyPart>(attributes ? [...TASK, 'attributes'] : TASK),
      coder: coder === null ? null : { id: coder.id, layerIds: [coder.layerId] },
      transcriptIds,
      units,
      project: { uid: services.deps.newUid(), originUid: origin ?? uid },
    },
  });
}

export async function exportWork(
  services: Services,
  { memos, passphrase }: InputOf<(typeof packagesContract)['exportWork']>,
): Promise<ExportedPackage> {
  const { session } = services;
  if (session.actor.coderId === null) throw new AppError('no-coder', {});
  const coder = requireCoder(services, session.actor.coderId);
  const { uid, title, origin_uid: origin } = requireStudy(services);
  return write(services, {
    kind: 'coding work',
    name: `${title} by ${coder.name}`,
    about: {
      coderName: coder.name,
      transcripts: countEverything(session.requireProject().writable).transcripts,
      codebookVersion: null,
    },
    passphrase,
    copy: {
      parts: new Set<StudyPart>(memos ? [...WORK, 'memos'] : WORK),
      coder: { id: coder.id, layerIds: [coder.layerId] },
      transcriptIds: null,
      units: [],
      project: { uid, originUid: origin ?? uid },
    },
  });
}

interface Package {
  readonly kind: PackageKind;
  readonly name: string;
  readonly about: Readonly<Record<string, string | number | null>>;
  readonly passphrase: string | null;
  readonly copy: StudyCopy;
}

async function write(
  services: Services,
  { kind, name, about, passphrase, copy }: Package,
): Promise<ExportedPackage> {
  const { session, deps, files } = services;
  const { writable } = session.requireProject();
  const study = requireStudy(services);
  const file = path.join(deps.paths.scratch, `${deps.newUid()}.crosscase`);
  const place = files.reserve(`${safeFileName(name, 'Package')}.ccpackage`);
  try {
    // The whole project, of which only what is chosen is copied: a coder who works blind sends their own work.
    writeStudy(file, readMigrations(deps.paths.migrations), writable, copy);
    const { bytes, fingerprint } = await writePackage(place.path, {
      kind,
      madeAt: deps.now(),
      madeBy: session.actor.coderName,
      study: { uid: study.origin_uid ?? study.uid, title: study.title },
      about: { ...about, codes: countEverything(writable).codes },
      parts: new Map([[STUDY_PART, fs.readFileSync(file)]]),
      passphrase,
    });
    return { file: place.ref, name: files.resolve(place.ref).name, bytes, fingerprint };
  } catch (error) {
    fs.rmSync(place.path, { force: true });
    throw error;
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-lock']) fs.rmSync(file + suffix, { force: true });
  }
}

function requireStudy({ session }: Services): NonNullable<ReturnType<typeof findProject>> {
  return must(findProject(session.requireProject().writable), 'an open project says which study it is');
}

function requireCoder({ session }: Services, id: CoderId): ReturnType<typeof listCoders>[number] {
  const coder = listCoders(session.requireProject().writable).find((one) => one.id === id);
  if (coder === undefined) throw new AppError('not-found', { what: 'coder' });
  return coder;
}
