import { AppError } from '#shared/contract/errors.ts';
import type { Actor } from '#electron/history/journal.ts';
import { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import type { ProjectFile } from '#electron/database/project-file.ts';

export interface OpenProject {
  readonly file: ProjectFile;
  readonly uid: string;
  readonly readable: ReadableDb;
  readonly writable: WritableDb;
}

const NOBODY: Actor = { coderId: null, coderName: '' };

/** The one project that is open, and who works in it. */
export class Session {
  #project: OpenProject | null = null;
  #actor: Actor = NOBODY;

  get project(): OpenProject | null {
    return this.#project;
  }

  get actor(): Actor {
    return this.#actor;
  }

  requireProject(): OpenProject {
    if (this.#project === null) throw new AppError('no-project', {});
    return this.#project;
  }

  start(file: ProjectFile): OpenProject {
    this.end();
    const readable = new ReadableDb(file.connection);
    this.#project = { file, uid: '', readable, writable: new WritableDb(file.connection) };
    return this.#project;
  }

  identify(uid: string, actor: Actor): void {
    this.#project = { ...this.requireProject(), uid };
    this.#actor = actor;
  }

  end(): void {
    const project = this.#project;
    // Forgotten first: a file that cannot even be closed properly must not stay the open one.
    this.#project = null;
    this.#actor = NOBODY;
    project?.file.close();
  }
}
