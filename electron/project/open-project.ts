import path from 'node:path';
import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import {
  createProjectFile,
  openProjectFile,
  removeProjectFile,
  type ProjectFile,
} from '#electron/database/project-file.ts';
import { openingProblem } from '#electron/database/sqlite-errors.ts';
import type { Actor } from '#electron/history/journal.ts';
import { addCoder } from './coders.ts';
import { PROJECT_EXTENSION } from './folder-listing.ts';
import { coderByUid, findProject, insertProject, uidOfCoder } from './project-sql.ts';

const NOBODY: Actor = { coderId: null, coderName: '' };

/** Makes, opens and describes a new project. On any failure no file is left behind. */
export function createProject(
  services: Services,
  input: { readonly path: string; readonly title: string; readonly coderName: string },
): OpenProjectInfo {
  const { session, deps } = services;
  const file = path.resolve(
    input.path.endsWith(PROJECT_EXTENSION) ? input.path : input.path + PROJECT_EXTENSION,
  );
  const title = input.title.trim() === '' ? path.basename(file, PROJECT_EXTENSION) : input.title.trim();
  const made = createProjectFile(file, readMigrations(deps.paths.migrations));
  session.start(made);
  try {
    const uid = deps.newUid();
    services.mutate('Create the project', 'project.create', ({ db, now }) =>
      insertProject(db, uid, title, now()),
    );
    session.identify(uid, NOBODY);
    if (input.coderName.trim() !== '') {
      const coder = services.mutate(`Add coder ${input.coderName.trim()}`, 'project.addCoder', (context) =>
        addCoder(context, input.coderName),
      );
      sitDown(services, { coderId: coder.id, coderName: coder.name });
    }
  } catch (error) {
    discardProject(services, file);
    throw error;
  }
  return announce(services);
}

/** Closes a project whose making failed half-way, and removes it. */
export function discardProject({ session, localState, emit }: Services, file: string): void {
  session.end();
  localState.forget(file);
  removeProjectFile(file);
  emit({ type: 'session' });
}

/** Opens a project; the one that was open is closed only when the new one could be opened. */
export function openProject(services: Services, givenPath: string): OpenProjectInfo {
  const { session, deps, localState } = services;
  const file = path.resolve(givenPath);
  if (session.file?.path === file) return currentInfo(services);
  const opened = openProjectFile(file, readMigrations(deps.paths.migrations), localState);
  const { uid, actor } = identify(opened, localState.data.coders);
  session.start(opened);
  session.identify(uid, actor);
  return announce(services);
}

/**
 * Reads which study it is and who codes it on this machine, while another one may still be open. What cannot be
 * identified is closed again.
 */
function identify(
  opened: ProjectFile,
  remembered: Readonly<Record<string, string>>,
): { readonly uid: string; readonly actor: Actor } {
  try {
    const db = new ReadableDb(opened.connection);
    const project = findProject(db);
    if (project === undefined) {
      const message = 'it does not say which study it is';
      throw new AppError('project-damaged', { path: opened.path, message });
    }
    const coderUid = remembered[project.uid];
    const coder = coderUid === undefined ? undefined : coderByUid(db, coderUid);
    return {
      uid: project.uid,
      actor: coder === undefined ? NOBODY : { coderId: coder.id, coderName: coder.name },
    };
  } catch (error) {
    opened.doubt();
    opened.close();
    throw openingProblem(error, opened.path);
  }
}

/** Says who is coding, for this session and for the next ones on this machine. */
export function sitDown(services: Services, actor: Actor): void {
  const { session, localState } = services;
  const project = session.requireProject();
  session.identify(project.uid, actor);
  if (actor.coderId === null) return;
  const uid = must(uidOfCoder(project.readable, actor.coderId), 'the coder was found just now');
  localState.update((data) => ({ ...data, coders: { ...data.coders, [project.uid]: uid } }));
}

export function currentInfo({ session }: Services): OpenProjectInfo {
  const { file, uid, readable } = session.requireProject();
  const { title } = must(findProject(readable), 'an open project was identified when it was opened');
  return { path: file.path, uid, title, coderId: session.actor.coderId };
}

function announce(services: Services): OpenProjectInfo {
  const info = currentInfo(services);
  services.localState.remember({ path: info.path, title: info.title, openedAt: services.deps.now() });
  services.emit({ type: 'session' });
  return info;
}
