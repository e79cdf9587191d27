import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/ids.ts';

export interface StoredFile {
  readonly path: string;
  /** The name that the person knows the file by. */
  readonly name: string;
}

/**
 * Files on their way in (chosen or dropped in a host) and on their way out (made by an export). The renderer only ever
 * holds references, so it can never name a path of its own.
 */
export class FileStore {
  readonly #files = new Map<FileRef, StoredFile>();
  readonly #scratch: string;
  readonly #newUid: () => string;

  constructor(scratch: string, newUid: () => string) {
    this.#scratch = scratch;
    this.#newUid = newUid;
  }

  /** A file that is on disk already. */
  offer(file: string): FileRef {
    return this.#add({ path: file, name: path.basename(file) });
  }

  /** A place to write a file to, under a name of ours; `name` is shown to the person. */
  reserve(name: string): { readonly ref: FileRef; readonly path: string } {
    const place = path.join(this.#scratch, this.#newUid());
    return { ref: this.#add({ path: place, name: path.basename(name) }), path: place };
  }

  /** Throws `file-missing` when the reference is unknown or the file has gone. */
  resolve(ref: FileRef): StoredFile {
    const file = this.#files.get(ref);
    if (file === undefined) throw new AppError('file-missing', { name: 'The file' });
    if (!fs.existsSync(file.path)) throw new AppError('file-missing', { name: file.name });
    return file;
  }

  #add(file: StoredFile): FileRef {
    // Branding is what this class is for: no other code makes references.
    const ref = this.#newUid() as FileRef;
    this.#files.set(ref, file);
    return ref;
  }
}
