import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';

export async function listMatrices(api: Client, project: string): Promise<Report> {
  await openFor(api, project, undefined);
  const matrices = await api.matrices.list({});
  const rows = matrices.map(({ name, columns, summaries }) => [
    name,
    counted(columns, 'column'),
    counted(summaries, 'summary', 'summaries'),
  ]);
  return { lines: rows.length === 0 ? ['There is no matrix yet.'] : aligned(rows), result: { matrices } };
}

export interface ExportOptions {
  readonly format: MatrixFormat;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly coder?: string;
}

export async function exportMatrix(
  core: Core,
  api: Client,
  project: string,
  matrix: string,
  { format, out, overwrite = false, coder }: ExportOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const { id } = named('matrix', matrix, await api.matrices.list({}), ({ name }) => name);
  const saved = await saveExport(core, api, id, format, out ?? '.', overwrite);
  return { lines: [`Wrote ${saved.path} (${counted(saved.bytes, 'byte')})`], result: saved };
}

export interface SavedExport extends Readonly<Record<string, unknown>> {
  readonly path: string;
  readonly bytes: number;
}

/** `out` is a folder, or the name of the file. Throws `project-exists` rather than write over a file. */
export async function saveExport(
  core: Core,
  api: Client,
  matrixId: MatrixId,
  format: MatrixFormat,
  out: string,
  overwrite: boolean,
): Promise<SavedExport> {
  const { file, name, bytes } = await api.export.matrix({ matrixId, format });
  const isFolder = fs.statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const target = path.resolve(isFolder ? path.join(out, name) : out);
  try {
    fs.copyFileSync(core.files.resolve(file).path, target, overwrite ? 0 : fs.constants.COPYFILE_EXCL);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError('project-exists', { path: target }, { cause: error });
    }
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-written', { name: target, message }, { cause: error });
  }
  return { path: target, bytes };
}
