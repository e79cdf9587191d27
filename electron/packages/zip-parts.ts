import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { zip } from 'fflate';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

export type Parts = ReadonlyMap<string, Uint8Array>;

/** What is wrong with a ZIP file, in a sentence for a person. */
export class ZipProblem extends Error {}

/** A study of a thousand interviews with its codings stays below this; a ZIP made to fill a disk does not. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_PARTS = 2000;

/** Letters, digits and dashes, in at most one folder: nothing that could lead out of a folder, whatever it is joined to. */
const PART_NAME = /^(?:[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/;

export function isPartName(name: string): boolean {
  return PART_NAME.test(name);
}

export async function packParts(parts: Parts): Promise<Uint8Array> {
  return promisify(zip)(Object.fromEntries(parts));
}

/** Every file of the ZIP, unpacked into memory. Throws `ZipProblem`; nothing is written anywhere. */
export async function unpackParts(content: Buffer): Promise<Parts> {
  let archive: ZipFile;
  try {
    archive = await yauzl.fromBufferPromise(content, { lazyEntries: true, strictFileNames: true });
  } catch (error) {
    throw new ZipProblem('Its end is missing, or it is not a package.', { cause: error });
  }
  const parts = new Map<string, Uint8Array>();
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      unpacked += entry.uncompressedSize;
      refuseEntry(entry, unpacked, parts);
      parts.set(entry.fileName, await readEntry(archive, entry));
    }
  } catch (error) {
    if (error instanceof ZipProblem) throw error;
    throw new ZipProblem('Something inside it cannot be unpacked.', { cause: error });
  }
  return parts;
}

function refuseEntry(entry: Entry, unpacked: number, parts: Parts): void {
  // The upper half holds the mode of a Unix file, of which the type is the first four bits; 8 is a plain file.
  const type = (entry.externalFileAttributes >>> 28) & 0xf;
  if (!isPartName(entry.fileName) || (type !== 0 && type !== 8) || entry.isEncrypted()) {
    throw new ZipProblem('It holds something that Crosscase did not put there.');
  }
  if (parts.has(entry.fileName)) throw new ZipProblem('It holds two files of one name.');
  if (unpacked > MOST_UNPACKED || parts.size >= MOST_PARTS) {
    throw new ZipProblem('It is larger than any study.');
  }
}

/** yauzl ends with an error when an entry unpacks to more, or less, than the directory says; its sum is checked here. */
async function readEntry(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await archive.openReadStreamPromise(entry);
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece as Uint8Array);
  const content = Buffer.concat(pieces);
  if (zlib.crc32(content) !== entry.crc32) throw new ZipProblem(`“${entry.fileName}” is damaged.`);
  return content;
}
