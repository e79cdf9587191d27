import fs from 'node:fs';
import type { OutputOf } from '#shared/contract/method.ts';
import type { exchangeContract } from '#shared/exchange/exchange-contract.ts';
import type { FileRef } from '#shared/ids.ts';
import type { Services } from '#electron/core/services.ts';
import { addCoder } from '#electron/project/coders.ts';
import { freeProjectPath } from '#electron/project/folder-listing.ts';
import { createProject, currentInfo, discardProject, sitDown } from '#electron/project/open-project.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { doMerge } from '#electron/packages/merge.ts';
import { importProject } from './import-project.ts';
import { readForeign } from './read-foreign.ts';
import { openSidecar } from './sidecar.ts';
import { importRestored } from './take-over.ts';

/**
 * A project of its own from a file. What Crosscase had put into it comes first, before anybody sits here: who coded in it
 * is then known by the name that they give.
 */
export async function importAsNew(
  services: Services,
  {
    file,
    path,
    coderName,
  }: { readonly file: FileRef; readonly path?: string | undefined; readonly coderName: string },
): Promise<OutputOf<(typeof exchangeContract)['importAsNew']>> {
  const stored = services.files.resolve(file);
  const { project, sidecar } = await readForeign(stored, services.deps.newUid);
  const { documents } = services.deps.paths;
  if (path === undefined) fs.mkdirSync(documents, { recursive: true });
  const place = path ?? freeProjectPath(documents, project.name);
  const made = createProject(services, { path: place, title: project.name, coderName: '' });
  try {
    const { readable } = services.session.requireProject();
    const source = sidecar === null ? null : await openSidecar(sidecar, stored.name, readable, services);
    try {
      const restored =
        source === null
          ? null
          : services.mutate('Import a project', 'exchange.import', (context) =>
              doMerge(context, source, { same: {} }),
            ).tables;
      seat(services, coderName);
      const report = services.mutate('Import a project', 'exchange.import', (context) =>
        restored === null
          ? importProject(context, project, 'join')
          : importRestored(context, project, 'join', restored),
      );
      return { project: currentInfo(services), report };
    } finally {
      source?.close();
    }
  } catch (error) {
    discardProject(services, made.path);
    throw error;
  }
}

function seat(services: Services, coderName: string): void {
  const { readable } = services.session.requireProject();
  const name = coderName.trim();
  const known = listCoders(readable).find((coder) => coder.name === name);
  const { id } =
    known ?? services.mutate(`Add coder ${name}`, 'project.addCoder', (context) => addCoder(context, name));
  sitDown(services, { coderId: id, coderName: name });
}
