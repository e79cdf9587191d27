import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';

/** What an archive may hold. An interview of two hours is less than 1 MB; the largest real project seen had 60 MB of text. */
export const ARCHIVE_LIMITS = {
  entries: 50_000,
  /** Bytes of one unpacked text or XML file. */
  entry: 256 * 2 ** 20,
  /** Bytes of all files that are unpacked. */
  total: 1024 * 2 ** 20,
  /** Unpacked to packed, for entries of more than 10 MB: text shrinks to a tenth, a bomb to a thousandth. */
  ratio: 150,
} as const;

const LARGE = 10 * 2 ** 20;
const FILE_KIND = 0o170000;
const SYMBOLIC_LINK = 0o120000;

export interface Archive {
  /** Paths as they stand in the archive, `/` between folders. */
  readonly names: readonly string[];
  /** Null when there is no such file. */
  read(name: string): Promise<Buffer | null>;
  close(): void;
}

/**
 * Opens a ZIP file of somebody else. Throws `archive-refused` for what a project never is: paths that lead out of the
 * folder, symbolic links, encrypted entries, more or larger files than `ARCHIVE_LIMITS`. Nothing is written to disk.
 */
export async function openArchive({ path, name }: StoredFile): Promise<Archive> {
  const refuse = (reason: string): AppError => new AppError('archive-refused', { name, reason });
  const zip = await open(path).catch((error: unknown) => {
    throw refuse(`It is not a whole ZIP archive (${messageOf(error)}).`);
  });
  try {
    const entries = await directoryOf(zip, refuse);
    let left: number = ARCHIVE_LIMITS.total;
    return {
      names: [...entries.keys()],
      async read(wanted) {
        const entry = entries.get(wanted);
        if (entry === undefined) return null;
        left -= entry.uncompressedSize;
        if (left < 0) throw refuse('It unpacks to more than 1 GB.');
        return readEntry(zip, entry).catch((error: unknown) => {
          throw refuse(`“${wanted}” in it is damaged (${messageOf(error)}).`);
        });
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function open(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Sizes are checked while unpacking, so a directory that lies about them ends in an error, not in memory.
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) reject(error);
      else resolve(zip);
    });
  });
}

function directoryOf(zip: ZipFile, refuse: (reason: string) => AppError): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    if (zip.entryCount > ARCHIVE_LIMITS.entries) {
      reject(refuse(`It holds ${zip.entryCount} files; at most ${ARCHIVE_LIMITS.entries} are read.`));
      return;
    }
    zip.on('error', (error: Error) => reject(refuse(`Its directory cannot be read (${error.message}).`)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const problem = problemOf(entry);
      if (problem !== null) {
        reject(refuse(problem));
        return;
      }
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** yauzl itself refuses paths with `..`, drive letters and backslashes. */
function problemOf(entry: Entry): string | null {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & FILE_KIND) === SYMBOLIC_LINK) return `“${fileName}” in it is a symbolic link.`;
  if (entry.isEncrypted()) return `“${fileName}” in it is encrypted.`;
  if (uncompressedSize > LARGE && uncompressedSize > compressedSize * ARCHIVE_LIMITS.ratio)
    return `“${fileName}” in it unpacks to ${ARCHIVE_LIMITS.ratio} times its size and more.`;
  return null;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > ARCHIVE_LIMITS.entry) throw new Error('it is larger than 256 MB');
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error !== null) reject(error);
      else resolve(opened);
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
