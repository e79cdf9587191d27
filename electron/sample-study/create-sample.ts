import fs from 'node:fs';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { freeProjectPath } from '#electron/project/folder-listing.ts';
import { createProject, discardProject } from '#electron/project/open-project.ts';
import { updateProject } from '#electron/project/project-sql.ts';
import { readSample } from './read-sample.ts';
import { storeSample } from './store-sample.ts';

const TITLE = 'Sample study: teachers on learning networks';
const QUESTION =
  'How do teachers picture the networks that they learn in, and what moves them to take part or to stay away?';

/** Builds the sample study as a project of its own and opens it. On any failure no file is left behind. */
export async function createSample(services: Services, givenPath: string | null): Promise<OpenProjectInfo> {
  const { documents, sampleStudy } = services.deps.paths;
  const study = await readSample(sampleStudy);
  if (givenPath === null) fs.mkdirSync(documents, { recursive: true });
  const path = givenPath ?? freeProjectPath(documents, 'Sample study');
  const project = createProject(services, { path, title: TITLE, coderName: 'A' });
  try {
    services.mutate('Build the sample study', 'project.createSample', (context) => {
      updateProject(context.db, TITLE, QUESTION);
      storeSample(context, study);
    });
  } catch (error) {
    discardProject(services, project.path);
    throw error;
  }
  return project;
}
