import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import { openFor } from './open-for.ts';
import { counted, type Report } from './report.ts';

export async function newProject(
  api: Client,
  file: string,
  { title = '', coder = '' }: { readonly title?: string; readonly coder?: string },
): Promise<Report> {
  const project = await api.project.create({ path: path.resolve(file), title, coderName: coder });
  return {
    lines: [`Made “${project.title}”: ${project.path}`],
    result: { path: project.path, title: project.title, coder: coder === '' ? null : coder },
  };
}

export async function sampleStudy(api: Client, file: string): Promise<Report> {
  const { path: made, title } = await api.project.createSample({ path: path.resolve(file) });
  const { counts, coders } = await api.project.overview({});
  return {
    lines: [
      `Made “${title}”: ${made}`,
      `${counted(counts.participants, 'participant')}, ${counted(counts.transcripts, 'transcript')}, ` +
        `${counted(counts.codes, 'code')}, ${counted(counts.codings, 'coding')} of ${counted(coders.length, 'coder')}, ` +
        counted(counts.cells, 'summary', 'summaries'),
    ],
    result: { path: made, title, coders: coders.map(({ name }) => name), counts },
  };
}

export async function checkProject(api: Client, project: string): Promise<Report> {
  await openFor(api, project, undefined);
  const { problems } = await api.project.check({});
  const lines =
    problems.length === 0
      ? ['The project file is sound.']
      : [`The project file has ${counted(problems.length, 'problem')}:`, ...problems];
  return { lines, result: { problems }, unsound: problems.length > 0 };
}
