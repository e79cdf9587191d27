import { AppError } from '#shared/contract/errors.ts';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.ts';

const MEGABYTE = 1024 * 1024;
/** The document is read as a whole: beyond this it is not an interview, and might be made to fill the memory. */
export const MOST_XML_MEGABYTES = 30;
/** Each takes about a kilobyte once it is read; an interview of two hours has some ten thousand. */
const MOST_TAGS = 600_000;

/**
 * The parts of a zipped document that are XML. Pictures and fonts stay packed, whatever they claim. Throws
 * `file-too-large` for a document that would unpack to more than it may, also when its directory lies.
 */
export async function readXmlParts(bytes: Buffer, name: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = (readZipDirectory(bytes) ?? []).filter((entry) => /\.(?:xml|rels)$/i.test(entry.name));
  const megabytes = Math.ceil(entries.reduce((sum, { unpacked }) => sum + unpacked, 0) / MEGABYTE);
  if (megabytes > MOST_XML_MEGABYTES) {
    throw new AppError('file-too-large', { name, megabytes, limit: MOST_XML_MEGABYTES });
  }
  const parts = new Map<string, Buffer>();
  let tags = 0;
  for (const entry of entries) {
    const content = await unpack(bytes, entry, name);
    tags += countTags(content);
    parts.set(entry.name, content);
  }
  if (tags > MOST_TAGS) {
    const message = 'It has far more parts than a transcript has; saving it as plain text may help.';
    throw new AppError('file-unreadable', { name, message });
  }
  return parts;
}

async function unpack(bytes: Buffer, entry: ZipEntry, name: string): Promise<Buffer> {
  const content = await unpackEntry(bytes, entry);
  if (content === null) {
    throw new AppError('file-unreadable', { name, message: `Its part ${entry.name} is damaged.` });
  }
  return content;
}

function countTags(xml: Buffer): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}
