import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { CoreEvent, TaskEvent } from '#shared/contract/events.ts';
import type { MatrixId } from '#shared/ids.ts';
import { Tasks } from '#electron/tasks/tasks.ts';
import { temporaryFolder, type TestCore } from '#test/support/test-core.ts';
import { zipTexts } from '#test/export/export-study.ts';
import { startBigStudy } from './big-study.ts';

const tasksOf = (events: readonly CoreEvent[]): readonly TaskEvent[] =>
  events.filter((event) => event.type === 'task');

/** Files that exports have written and not removed. */
function scratchFiles({ folder }: TestCore): readonly string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('scratch-'))
    .flatMap((name) => fs.readdirSync(path.join(folder, name)));
}

async function firstProgress(study: TestCore): Promise<TaskEvent> {
  return vi.waitUntil(() => tasksOf(study.events).find(({ done }) => done > 0), {
    timeout: 20_000,
    interval: 2,
  });
}

test('reports how far it is, in order, up to the end', async () => {
  const study = await startBigStudy(20, 200);
  const { file, bytes } = await study.api.export.matrix({ matrixId: study.matrixId, format: 'xlsx' });
  expect(fs.statSync(study.core.files.resolve(file).path).size).toBe(bytes);
  const events = tasksOf(study.events);
  expect(events[0]).toMatchObject({ label: 'Export “Big”', state: 'running', done: 0 });
  expect(events.at(-1)).toMatchObject({ state: 'done' });
  const progress = events.filter(({ state, done }) => state === 'running' && done > 0);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.map(({ done }) => done)).toEqual(
    progress.map(({ done }) => done).toSorted((a, b) => a - b),
  );
  expect(progress.at(-1)).toMatchObject({ done: progress[0]!.total });
});

test('a cancelled export stops at once and leaves no file', async () => {
  const study = await startBigStudy(150, 400);
  for (const format of ['xlsx', 'csv'] as const) {
    study.events.length = 0;
    const refused = expect(
      study.api.export.matrix({ matrixId: study.matrixId, format }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
    const { id, done, total } = await firstProgress(study);
    expect(done).toBeLessThan(total);
    await study.api.tasks.cancel({ taskId: id });
    await refused;
    expect(tasksOf(study.events).at(-1)).toMatchObject({ id, state: 'cancelled' });
    expect(scratchFiles(study)).toEqual([]);
    // Too late is no mistake.
    await study.api.tasks.cancel({ taskId: id });
  }
});

test('work goes on while an export runs, and the export shows the moment when it began', async () => {
  const study = await startBigStudy(60, 400);
  const exporting = study.api.export.matrix({ matrixId: study.matrixId, format: 'csv' });
  await firstProgress(study);
  await study.api.project.addCoder({ name: 'Bram' });
  await study.api.participants.create({ code: 'T999' });
  const { file } = await exporting;
  const files = await zipTexts(study.core.files.resolve(file).path);
  for (const name of ['Matrix.csv', 'Participants.csv']) {
    expect(files.get(name)).toContain('\r\nT60,');
    expect(files.get(name)).not.toContain('T999');
  }
  expect((await study.api.matrices.get({ id: study.matrixId })).rows).toHaveLength(61);
});

test('closing the project stops what runs on it', async () => {
  const study = await startBigStudy(150, 400);
  const refused = expect(
    study.api.export.matrix({ matrixId: study.matrixId, format: 'xlsx' }),
  ).rejects.toMatchObject({ code: 'cancelled' });
  await firstProgress(study);
  await study.api.project.close({});
  await refused;
  expect(scratchFiles(study)).toEqual([]);
  expect(fs.existsSync(`${study.path}-wal`)).toBe(false);
});

test('a task that fails says why, and its thread is gone', async () => {
  const events: CoreEvent[] = [];
  const tasks = new Tasks(
    (event) => events.push(event),
    () => 'one',
  );
  const folder = temporaryFolder();
  await expect(
    tasks.run('exportMatrix', 'Export', {
      projectPath: path.join(folder, 'not-there.crosscase'),
      matrixId: 1 as MatrixId,
      coderId: null,
      exportedAt: '2026-01-05T09:00:00.000Z',
      format: 'xlsx',
      file: path.join(folder, 'out.xlsx'),
    }),
  ).rejects.toMatchObject({ code: 'internal', stack: expect.stringContaining('openForReading') as string });
  expect(tasksOf(events).map(({ state }) => state)).toEqual(['running', 'failed']);
  await tasks.cancelAll();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('an export that cannot be written is refused, not hung', async () => {
  const study = await startBigStudy(1, 4);
  const tasks = new Tasks(
    () => {},
    () => 'one',
  );
  for (const format of ['xlsx', 'csv'] as const) {
    await expect(
      tasks.run('exportMatrix', 'Export', {
        projectPath: study.path,
        matrixId: study.matrixId,
        coderId: null,
        exportedAt: '2026-01-05T09:00:00.000Z',
        format,
        file: path.join(study.folder, 'no-such-folder', 'out'),
      }),
    ).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('ENOENT') as string });
  }
});
