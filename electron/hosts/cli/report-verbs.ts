import type { Client } from '#shared/contract/api.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import { reportKinds, type ReportFormat } from '#shared/reports/reports-contract.ts';
import type { Core } from '#electron/core/core.ts';
import { named, openFor } from './open-for.ts';
import { counted, type Report } from './report.ts';
import { saveFile } from './save-file.ts';

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly coder?: string;
}

/** Throws `name-unknown`, with the kinds there are. */
export async function makeReport(
  core: Core,
  api: Client,
  project: string,
  kind: string,
  options: ReportOptions,
): Promise<Report> {
  const known = named('report', kind, reportKinds, (name) => name);
  await openFor(api, project, options.coder);
  return save(core, await api.reports.make({ kind: known, format: options.format }), options);
}

export async function writeArchive(
  core: Core,
  api: Client,
  project: string,
  options: Omit<ReportOptions, 'format'>,
): Promise<Report> {
  await openFor(api, project, options.coder);
  return save(core, await api.reports.archive({}), options);
}

async function save(
  core: Core,
  made: ExportedFile,
  { out, overwrite = false }: Omit<ReportOptions, 'format'>,
): Promise<Report> {
  const saved = await saveFile(core, made, out ?? '.', overwrite);
  const lines = [`Wrote ${saved.path} (${counted(saved.bytes, 'byte')})`, ...(saved.warnings ?? [])];
  return { lines, result: saved };
}
