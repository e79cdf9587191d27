import fs from 'node:fs/promises';
import { AppError } from '#shared/contract/errors.ts';
import { Findings } from '#shared/exchange/findings.ts';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import { readCodes, readSets } from '#shared/exchange/read-codes.ts';
import { readQde } from '#shared/exchange/read-qde.ts';
import type { XmlElement } from '#shared/exchange/xml-element.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { parseXml } from './parse-xml.ts';
import { ARCHIVE_LIMITS } from './read-archive.ts';

const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * A codebook (`.qdc`), or the XML of a project without its archive (`.qde`). The namespaces that programs write are all
 * read; one that is not the standard's is named in the findings.
 */
export async function readXmlProject(file: StoredFile, newGuid: () => string): Promise<ForeignProject> {
  const { size } = await fs.stat(file.path);
  if (size > ARCHIVE_LIMITS.entry)
    throw new AppError('file-too-large', {
      name: file.name,
      megabytes: Math.ceil(size / 2 ** 20),
      limit: ARCHIVE_LIMITS.entry / 2 ** 20,
    });
  const { root, namespace } = parseXml(await fs.readFile(file.path), file.name);
  if (root.name === 'Project') return readQde(root, { textAt: () => null, newGuid });
  if (root.name === 'CodeBook') return readCodebook(root, namespace, file.name, newGuid);
  throw new AppError('xml-invalid', {
    name: file.name,
    line: 1,
    message: `It begins with <${root.name}>, not with a REFI-QDA <CodeBook> or <Project>.`,
  });
}

function readCodebook(
  root: XmlElement,
  namespace: string,
  fileName: string,
  newGuid: () => string,
): ForeignProject {
  const findings = new Findings();
  if (namespace !== CODEBOOK_NAMESPACE)
    findings.add('repaired', 'The file names another namespace than the standard.', namespace || 'none');
  const { codes } = readCodes(root, findings, newGuid);
  const origin = root.attributes['origin']?.trim() ?? '';
  return {
    program: origin === '' ? 'REFI-QDA codebook' : `${origin} (REFI-QDA codebook)`,
    name: fileName,
    description: '',
    users: [],
    codes,
    variables: [],
    cases: [],
    texts: [],
    notes: [],
    sets: readSets(root),
    links: [],
    findings: findings.list(),
  };
}
