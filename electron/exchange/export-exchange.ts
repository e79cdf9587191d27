import fs from 'node:fs';
import { promisify } from 'node:util';
import { strToU8, zip, type AsyncZippable } from 'fflate';
import type { ExchangeFormat } from '#shared/exchange/exchange-contract.ts';
import type { Finding } from '#shared/exchange/findings.ts';
import { writeQdc } from '#shared/exchange/write-qdc.ts';
import { writeQde } from '#shared/exchange/write-qde.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import { VERSION } from '#shared/version.ts';
import type { Services } from '#electron/core/services.ts';
import { gatherCodebook, gatherProject } from './gather-project.ts';
import { studyRow } from './gather-sql.ts';

const ORIGIN = `Crosscase ${VERSION}`;
const pack = promisify<AsyncZippable, Uint8Array>(zip);

/** Writes a file for other programs, and says what it could not hold. */
export async function exportExchange(
  { session, files, deps }: Services,
  format: ExchangeFormat,
): Promise<ExportedFile & { readonly losses: readonly Finding[] }> {
  const { readable } = session.requireProject();
  const name = `${safeFileName(studyRow(readable).title, 'Study')}.${format}`;
  const place = files.reserve(name);
  const { content, losses } =
    format === 'qdc' ? codebookFile(readable) : await projectFile(readable, deps.now());
  try {
    fs.writeFileSync(place.path, content);
  } catch (error) {
    fs.rmSync(place.path, { force: true });
    throw error;
  }
  return { file: place.ref, name, bytes: content.length, losses };
}

interface Written {
  readonly content: Uint8Array;
  readonly losses: readonly Finding[];
}

function codebookFile(db: Parameters<typeof gatherCodebook>[0]): Written {
  const { codes, sets, findings } = gatherCodebook(db);
  return { content: strToU8(writeQdc(codes, sets, ORIGIN)), losses: findings };
}

async function projectFile(db: Parameters<typeof gatherProject>[0], at: string): Promise<Written> {
  const project = gatherProject(db);
  const { xml, sources } = writeQde(project, ORIGIN, at);
  const parts: AsyncZippable = { 'project.qde': strToU8(xml) };
  for (const [path, text] of sources) parts[path] = strToU8(text);
  return { content: await pack(parts), losses: project.findings };
}
