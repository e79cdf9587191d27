import type { Client } from '#shared/contract/api.ts';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';
import { saveFile, type SavedExport } from './save-file.ts';

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
  return {
    lines: [`Wrote ${saved.path} (${counted(saved.bytes, 'byte')})`, ...(saved.warnings ?? [])],
    result: saved,
  };
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
  return saveFile(core, await api.export.matrix({ matrixId, format }), out, overwrite);
}
