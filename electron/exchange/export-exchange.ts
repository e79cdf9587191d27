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
import { readBlind } from '#electron/project/team-sql.ts';
import { gatherCodebook, gatherProject } from './gather-project.ts';
import { studyRow } from './gather-sql.ts';
import { SIDECAR, sidecarOf } from './sidecar.ts';

const ORIGIN = `Crosscase ${VERSION}`;
const pack = promisify<AsyncZippable, Uint8Array>(zip);

/** Writes a file for other programs, and says what it could not hold. */
export async function exportExchange(
  { session, files, deps }: Services,
  { format, sidecar }: { readonly format: ExchangeFormat; readonly sidecar: boolean },
): Promise<ExportedFile & { readonly losses: readonly Finding[] }> {
  const { readable, file } = session.requireProject();
  const name = `${safeFileName(studyRow(readable).title, 'Study')}.${format}`;
  const place = files.reserve(name);
  const { content, losses } =
    format === 'qdc'
      ? codebookFile(readable)
      : await projectFile(
          readable,
          deps.now(),
          sidecar && !readBlind(readable)
            ? sidecarOf(file.connection, deps.paths.scratch, deps.newUid())
            : null,
        );
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

async function projectFile(
  db: Parameters<typeof gatherProject>[0],
  at: string,
  sidecar: Buffer | null,
): Promise<Written> {
  const project = gatherProject(db);
  const { xml, sources } = writeQde(project, ORIGIN, at);
  const parts: AsyncZippable = { 'project.qde': strToU8(xml) };
  for (const [path, text] of sources) parts[path] = strToU8(text);
  if (sidecar !== null) parts[SIDECAR] = sidecar;
  return { content: await pack(parts), losses: project.findings };
}
