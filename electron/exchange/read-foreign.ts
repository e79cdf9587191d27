import fs from 'node:fs/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { readQdpx, type ReadQdpx } from './read-qdpx.ts';
import { readXmlProject } from './read-xml-project.ts';
import { readSqliteProject } from './read-sqlite-project.ts';

/** Bytes of a database or an archive. Its texts are bounded on their own. */
const LARGEST = 2 ** 31;

/** Reads a project of another program, whichever it is: told by its first bytes, not by its name. */
export async function readForeign(file: StoredFile, newGuid: () => string): Promise<ReadQdpx> {
  const { size } = await fs.stat(file.path);
  if (size === 0) throw new AppError('file-empty', { name: file.name });
  if (size > LARGEST)
    throw new AppError('file-too-large', {
      name: file.name,
      megabytes: Math.ceil(size / 2 ** 20),
      limit: LARGEST / 2 ** 20,
    });
  const head = await firstBytes(file.path);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return readQdpx(file, newGuid);
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3')
    return { project: readSqliteProject(file, newGuid), sidecar: null };
  if (/^(?:\ufeff)?\s*</.test(head.toString('utf8')) || head[0] === 0xff || head[0] === 0xfe)
    return { project: await readXmlProject(file, newGuid), sidecar: null };
  throw new AppError('archive-refused', {
    name: file.name,
    reason:
      'It is no REFI-QDA project or codebook (.qdpx, .qde, .qdc), no QualCoder project (data.qda) and no Taguette project (.sqlite3).',
  });
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await fs.open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
