import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Core } from '#electron/core/core.ts';
import { openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';

export async function importGuide(
  core: Core,
  api: Client,
  project: string,
  file: string,
  coder: string | undefined,
): Promise<Report> {
  await openFor(api, project, coder);
  const { parts, questions } = await api.guide.importFile({ file: core.files.offer(path.resolve(file)) });
  return {
    lines: [`${counted(questions, 'question')} in ${counted(parts, 'part')}.`],
    result: { parts, questions },
  };
}

export async function matchGuide(
  api: Client,
  project: string,
  { coder, dryRun = false }: { readonly coder?: string; readonly dryRun?: boolean },
): Promise<Report> {
  await openFor(api, project, coder);
  const transcripts = dryRun ? await api.guide.preview({}) : await api.guide.match({});
  const rows = transcripts.map(({ title, found, missing }) => [
    title,
    counted(found, 'question'),
    missing.length === 0 ? '' : `not found: ${missing.join('; ')}`,
  ]);
  const lines = dryRun ? [...aligned(rows), 'Nothing was stored: this was a dry run.'] : aligned(rows);
  return { lines, result: { dryRun, transcripts } };
}

/** Never writes over a file. */
export async function exportParticipants(
  core: Core,
  api: Client,
  project: string,
  { format, out = '.' }: { readonly format: 'xlsx' | 'csv'; readonly out?: string },
): Promise<Report> {
  await openFor(api, project, undefined);
  const { file, name, bytes } = await api.participants.export({ format });
  const target = path.resolve(out, name);
  if (fs.existsSync(target)) throw new AppError('project-exists', { path: target });
  fs.copyFileSync(core.files.resolve(file).path, target);
  return { lines: [`Wrote ${target} (${counted(bytes, 'byte')})`], result: { path: target, bytes } };
}
