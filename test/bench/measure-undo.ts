import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { BENCH_DATA, benchCore } from './bench-core.ts';
import { projectPath, removeProject, type BuildStep } from './build-project.ts';
import { decimal, printTable } from './report.ts';
import type { MeasuredSize } from './sizes.ts';
import type { Size } from './workload.ts';

/** Undoes the whole building of the project, import by import, and redoes it: what the journal of bulk work costs. */
export async function measureUndo(size: MeasuredSize): Promise<void> {
  const file = path.join(BENCH_DATA, `${size}-undone.crosscase`);
  removeProject(file);
  fs.copyFileSync(projectPath(size), file);
  const before = contents(file);
  const core = benchCore();
  const api = core.client({ host: 'test', trusted: true });
  await api.project.open({ path: file });
  const { entries } = await api.history.list({ limit: 20 });
  const bulk = entries.filter(({ label }) => /import|matrix/i.test(label));
  const undone: number[] = [];
  const redone: number[] = [];
  for (const _ of bulk) undone.push(await timed(() => api.history.undo({})));
  for (const _ of bulk) redone.unshift(await timed(() => api.history.redo({})));
  core.close();
  const after = contents(file);
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error('undo and redo left another project behind');
  const journal = journalBytes(file);
  removeProject(file);
  printTable([
    ['milliseconds, once', 'undo', 'redo', 'rows', 'journal MB'],
    ...bulk.map(({ id, label, rows }, index) => [
      label,
      decimal(undone[index] ?? NaN),
      decimal(redone[index] ?? NaN),
      String(rows),
      decimal((journal.get(id) ?? 0) / 1e6),
    ]),
  ]);
  console.log(`\nPeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
}

export function printBuilt(size: Size, steps: readonly BuildStep[]): void {
  console.log(`\n${size}: built anew.\n`);
  printTable([
    ['milliseconds, once', 'took', 'file MB'],
    ...steps.map(({ name, milliseconds, megabytes }) => [name, decimal(milliseconds), decimal(megabytes)]),
  ]);
  console.log(`\nPeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What tells two projects apart without holding both in memory. */
function contents(file: string): unknown {
  return reading(file, (connection) =>
    connection
      .prepare(
        `SELECT (SELECT count(*) || ' ' || sum(id * start + code_id) || ' ' || max(uid) FROM coding) AS codings,
                (SELECT count(*) || ' ' || group_concat(sha256) FROM transcript_version) AS texts,
                (SELECT count(*) || ' ' || sum(start * number) FROM turn) AS turns,
                (SELECT count(*) || ' ' || sum(length(summary)) FROM matrix_cell) AS cells,
                (SELECT count(*) || ' ' || sum(cnt) FROM transcript_index_term) AS words`,
      )
      .get(),
  );
}

function journalBytes(file: string): ReadonlyMap<number, number> {
  return reading(file, (connection) => {
    const rows = connection
      .prepare('SELECT group_id, sum(octet_length(row_after)) FROM change GROUP BY group_id')
      .raw()
      .all() as [number, number][];
    return new Map(rows);
  });
}

function reading<Value>(file: string, work: (connection: Database.Database) => Value): Value {
  const connection = new Database(file, { readonly: true });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}
