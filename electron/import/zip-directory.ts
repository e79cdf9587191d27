import { promisify } from 'node:util';
import zlib from 'node:zlib';

const inflate = promisify(zlib.inflateRaw);

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 0xffff;

/** What a ZIP file says it holds; null when its directory cannot be read. Nothing is unpacked. */
export function readZipDirectory(bytes: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end === -1) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

export function entryNames(bytes: Buffer): readonly string[] {
  return readZipDirectory(bytes)?.map(({ name }) => name) ?? [];
}

/** What an entry holds; null when it is damaged, or longer than the directory says, which may lie. */
export async function unpackEntry(bytes: Buffer, entry: ZipEntry): Promise<Buffer | null> {
  const { offset, packed, unpacked, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return null;
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return packed === unpacked ? content : null;
  try {
    const inflated = await inflate(content, { maxOutputLength: unpacked + 1 });
    return inflated.length === unpacked ? inflated : null;
  } catch {
    // Too long or broken: either way the entry is not what the directory says, which is all that is asked here.
    return null;
  }
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return -1;
}
