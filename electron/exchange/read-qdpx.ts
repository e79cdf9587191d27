import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import { readQde } from '#shared/exchange/read-qde.ts';
import type { XmlElement } from '#shared/exchange/xml-element.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { decodeSource } from './decode-source.ts';
import { docxText } from './docx-source.ts';
import { parseXml } from './parse-xml.ts';
import { openArchive, type Archive } from './read-archive.ts';
import { SIDECAR } from './sidecar.ts';

export interface ReadQdpx {
  readonly project: ForeignProject;
  /** What Crosscase itself put beside the project (see sidecar.ts); null in files of other programs. */
  readonly sidecar: Buffer | null;
}

/**
 * Reads a `.qdpx`. The project is the one `.qde` at the top, whatever it is called: ATLAS.ti names it after the archive.
 * Texts lie in `sources`, `Sources`, or anywhere else. Throws `archive-refused` and `xml-invalid`.
 */
export async function readQdpx(file: StoredFile, newGuid: () => string): Promise<ReadQdpx> {
  const archive = await openArchive(file);
  try {
    const name = projectName(archive, file.name);
    const { root } = parseXml(await need(archive, name), name);
    if (root.name !== 'Project')
      throw new AppError('archive-refused', {
        name: file.name,
        reason: `“${name}” in it is no REFI-QDA project: it begins with <${root.name}>.`,
      });
    const texts = await readTexts(archive, root);
    const project = readQde(root, { textAt: (given) => texts.get(given) ?? null, newGuid });
    return { project, sidecar: await archive.read(SIDECAR) };
  } finally {
    archive.close();
  }
}

function projectName({ names }: Archive, fileName: string): string {
  const projects = names.filter((name) => name.toLowerCase().endsWith('.qde'));
  const standard = projects.find((name) => path.posix.basename(name).toLowerCase() === 'project.qde');
  const found = standard ?? projects[0];
  if (found === undefined)
    throw new AppError('archive-refused', {
      name: fileName,
      reason: 'It holds no project (a file that ends in .qde).',
    });
  return found;
}

async function need(archive: Archive, name: string): Promise<Buffer> {
  const bytes = await archive.read(name);
  return bytes ?? Buffer.alloc(0);
}

/** Every text that the project refers to, by the path as it is written there. */
async function readTexts(archive: Archive, root: XmlElement): Promise<ReadonlyMap<string, string>> {
  const byName = new Map(archive.names.map((name) => [path.posix.basename(name).toLowerCase(), name]));
  const texts = new Map<string, string>();
  for (const given of pathsIn(root)) {
    const base = given.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
    const entry = byName.get(base);
    const bytes = entry === undefined ? null : await archive.read(entry);
    if (bytes === null || entry === undefined) continue;
    const text = isDocx(bytes) ? await docxText(bytes) : decodeSource(bytes);
    if (text !== null) texts.set(given, text);
  }
  return texts;
}

function pathsIn(element: XmlElement): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = ({ attributes, children }: XmlElement): void => {
    const { plainTextPath, richTextPath } = attributes;
    if (plainTextPath !== undefined) found.add(plainTextPath);
    // The positions count in the plain text; the rich one is read only where there is no other.
    else if (richTextPath !== undefined) found.add(richTextPath);
    children.forEach(walk);
  };
  walk(element);
  return found;
}

function isDocx(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}
