import fs from 'node:fs';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { createProject } from '#electron/project/open-project.ts';
import { freeProjectPath } from '#electron/project/folder-listing.ts';

/** Builds the sample study as a project of its own and opens it. */
export function createSample(services: Services, givenPath: string | null): OpenProjectInfo {
  const { documents } = services.deps.paths;
  if (givenPath === null) fs.mkdirSync(documents, { recursive: true });
  const path = givenPath ?? freeProjectPath(documents, 'Sample study');
  return createProject(services, {
    path,
    title: 'Sample study: teachers on learning networks',
    coderName: 'A',
  });
}
