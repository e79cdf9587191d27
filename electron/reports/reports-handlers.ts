import fs from 'node:fs';
import { safeFileName } from '#shared/export/file-name.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { reportsContract } from '#shared/reports/reports-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { findProject } from '#electron/project/project-sql.ts';

export const reportsHandlers: HandlersOf<typeof reportsContract> = {
  make: (services, { kind, format }) =>
    written(services, `${capitalised(kind)} of`, format, (common) =>
      services.tasks.run('makeReport', capitalised(kind), { ...common, kind, format }),
    ),
  archive: (services) =>
    written(services, 'Archive of', 'zip', (common) =>
      services.tasks.run('makeArchive', 'Archive of the study', common),
    ),
};

interface Common {
  readonly projectPath: string;
  readonly coderId: Services['session']['actor']['coderId'];
  readonly coderName: string | null;
  readonly madeAt: string;
  readonly file: string;
}

/** Reserves a file, has it written, and removes what was written of it when that fails. */
async function written(
  { session, files, deps }: Services,
  prefix: string,
  extension: string,
  write: (common: Common) => Promise<number>,
): Promise<ExportedFile> {
  const { file, readable } = session.requireProject();
  const name = `${prefix} ${safeFileName(findProject(readable)?.title ?? '', 'study')}.${extension}`;
  const place = files.reserve(name);
  try {
    const { coderId, coderName } = session.actor;
    const bytes = await write({
      projectPath: file.path,
      coderId,
      coderName: coderId === null ? null : coderName,
      madeAt: deps.now(),
      file: place.path,
    });
    return { file: place.ref, name, bytes };
  } catch (error) {
    fs.rmSync(place.path, { force: true });
    throw error;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
