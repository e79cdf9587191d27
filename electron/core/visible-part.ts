import type { CoderId } from '#shared/ids.ts';
import { isBlind } from '#electron/coding/blind-views-sql.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading, type ProjectFile } from '#electron/database/project-file.ts';

/**
 * The part of the open project that whoever sits here may see: the one place through which everything is read that
 * leaves the core. In a study that is not coded blind it is the project itself.
 */
export class VisiblePart {
  readonly #file: ProjectFile;
  readonly #whole: ReadableDb;
  #part: { readonly viewer: CoderId | null; readonly db: ReadableDb; close(): void } | null = null;

  constructor(file: ProjectFile) {
    this.#file = file;
    this.#whole = new ReadableDb(file.connection);
  }

  to(viewer: CoderId | null): ReadableDb {
    if (!isBlind(this.#file.connection)) return this.#whole;
    if (this.#part === null || this.#part.viewer !== viewer) {
      this.close();
      const connection = openForReading(this.#file.path, viewer);
      this.#part = { viewer, db: new ReadableDb(connection), close: () => connection.close() };
    }
    return this.#part.db;
  }

  close(): void {
    this.#part?.close();
    this.#part = null;
  }
}
