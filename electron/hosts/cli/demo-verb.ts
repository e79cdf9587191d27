import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { must } from '#shared/assert.ts';
import type { Client } from '#shared/contract/api.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import type { Core } from '#electron/core/core.ts';
import { saveExport } from './matrix-verbs.ts';
import { aligned, counted, type Report } from './report.ts';

/** The whole main job without a window: interviews, codings, a filled matrix, a spreadsheet. */
export async function demo(core: Core, api: Client, out: string | undefined): Promise<Report> {
  const folder = demoFolder(out);
  const { path: project, title } = await api.project.createSample({
    path: path.join(folder, 'Sample study'),
  });
  const { counts, coders } = await api.project.overview({});
  const [themes] = await api.matrices.list({});
  const id = must(themes, 'the sample study has a matrix').id;
  const grouped = await groupByParticipation(api, await api.matrices.get({ id }));
  const xlsx = await saveExport(core, api, id, 'xlsx', folder, false);
  const csv = await saveExport(core, api, id, 'csv', folder, false);
  const fragments = grouped.cells.reduce((sum, { count }) => sum + count, 0);
  const summaries = grouped.cells.filter(({ summary }) => summary !== '').length;
  const evidence = grouped.cells.reduce((sum, cell) => sum + cell.evidence, 0);
  return {
    lines: [
      `Built “${title}”: ${counted(counts.transcripts, 'interview')} of ${counted(counts.participants, 'participant')}, ` +
        `${counted(counts.codes, 'code')}, ${counted(counts.codings, 'coding')} by ${counted(coders.length, 'coder')}.`,
      `Filled “${grouped.name}”: ${counted(grouped.rows.length, 'case')} × ${counted(grouped.columns.length, 'column')}, ` +
        `${counted(summaries, 'summary', 'summaries')}, ${counted(fragments, 'fragment')} counted, ${evidence} attached as evidence.`,
      ...aligned([
        ['Project', project],
        ['Spreadsheet', xlsx.path],
        ['Csv files', csv.path],
      ]),
    ],
    result: {
      project,
      xlsx: xlsx.path,
      csv: csv.path,
      counts,
      matrix: {
        name: grouped.name,
        cases: grouped.rows.length,
        columns: grouped.columns.length,
        summaries,
        fragments,
        evidence,
      },
    },
  };
}

async function groupByParticipation(api: Client, matrix: Matrix): Promise<Matrix> {
  const attribute = matrix.attributes.find(({ name }) => name === 'self_reported_participation');
  if (attribute === undefined) return matrix;
  await api.matrices.setView({ id: matrix.id, groupBy: attribute.id });
  return api.matrices.get({ id: matrix.id });
}

/** A folder of its own for every run: somebody may have worked on in the files of the run before. */
function demoFolder(out: string | undefined): string {
  const parent = path.resolve(out ?? 'demo');
  try {
    return freshFolder(parent);
  } catch (error) {
    if (out !== undefined) throw error;
    return freshFolder(path.join(os.tmpdir(), 'crosscase-demo'));
  }
}

function freshFolder(parent: string): string {
  fs.mkdirSync(parent, { recursive: true });
  for (let run = 1; ; run += 1) {
    const folder = path.join(parent, `run-${run}`);
    if (fs.existsSync(folder)) continue;
    fs.mkdirSync(folder);
    return folder;
  }
}
