import { AppError } from '#shared/contract/errors.ts';
import type { Actor } from '#electron/history/journal.ts';
import { type ReadableDb, WritableDb } from '#electron/database/handles.ts';
import type { ProjectFile } from '#electron/database/project-file.ts';
import { VisiblePart } from './visible-part.ts';

export interface OpenProject {
  readonly file: ProjectFile;
  readonly uid: string;
  /** What the coder who sits here may see: everything, or less while the study is coded blind. */
  readonly readable: ReadableDb;
  readonly writable: WritableDb;
}

interface Opened extends Omit<OpenProject, 'readable'> {
  readonly visible: VisiblePart;
}

const NOBODY: Actor = { coderId: null, coderName: '' };

/** The one project that is open, and who works in it. */
export class Session {
  #opened: Opened | null = null;
  #actor: Actor = NOBODY;

  get project(): OpenProject | null {
    return this.#opened === null ? null : this.requireProject();
  }

  /** For who must not ask the file anything: it may be what has just failed. */
  get file(): ProjectFile | null {
    return this.#opened?.file ?? null;
  }

  get actor(): Actor {
    return this.#actor;
  }

  requireProject(): OpenProject {
    if (this.#opened === null) throw new AppError('no-project', {});
    const { file, uid, writable, visible } = this.#opened;
    return { file, uid, writable, readable: visible.to(this.#actor.coderId) };
  }

  start(file: ProjectFile): void {
    this.end();
    this.#opened = {
      file,
      uid: '',
      writable: new WritableDb(file.connection),
      visible: new VisiblePart(file),
    };
  }

  identify(uid: string, actor: Actor): void {
    if (this.#opened === null) throw new AppError('no-project', {});
    this.#opened = { ...this.#opened, uid };
    this.#actor = actor;
  }

  end(): void {
    const opened = this.#opened;
    // Forgotten first: a file that cannot even be closed properly must not stay the open one.
    this.#opened = null;
    this.#actor = NOBODY;
    opened?.visible.close();
    opened?.file.close();
  }
}
