import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startStudy } from '#test/support/test-core.ts';
import { startChild } from './child-process.ts';

test.each([5, 50, 300])(
  'a process that is killed after %i changes loses none that it showed as saved',
  async (count) => {
    const study = await startStudy();
    const file = path.join(study.folder, 'study.crosscase');
    await study.api.project.close({});

    const child = startChild('keep-changing.ts', file);
    await child.printed(count);
    await child.kill();
    const acknowledged = Number(child.lines.at(-1));
    expect(acknowledged).toBeGreaterThanOrEqual(count);

    await study.api.project.open({ path: file });
    expect(await study.api.project.check({})).toEqual({ problems: [] });
    const { researchQuestion } = await study.api.project.overview({});
    const kept = Number(/^Question (\d+)$/.exec(researchQuestion)?.[1]);
    // One more may have reached the disk before its line reached us.
    expect([acknowledged, acknowledged + 1]).toContain(kept);

    // The journal was cut off at the same place as the data.
    await study.api.project.chooseCoder({ coderId: (await study.api.project.coders({}))[0]!.id });
    expect(await countDescriptions(study.api)).toBe(kept);
  },
);

async function countDescriptions(api: Awaited<ReturnType<typeof startStudy>>['api']): Promise<number> {
  const { default: Database } = await import('better-sqlite3');
  const current = await api.project.current({});
  const connection = new Database(current!.path, { readonly: true });
  try {
    return connection
      .prepare(`SELECT count(*) FROM change_group WHERE method = 'project.describe'`)
      .pluck()
      .get() as number;
  } finally {
    connection.close();
  }
}

test('closing leaves one file: no log that could be left behind when the project is copied or sent', async () => {
  const study = await startStudy();
  await study.api.project.describe({ researchQuestion: 'Why?' });
  await study.api.project.close({});
  const names = fs.readdirSync(study.folder).filter((name) => name.startsWith('study'));
  expect(names).toEqual(['study.crosscase', 'study.crosscase-lock']);
  expect(fs.statSync(path.join(study.folder, 'study.crosscase-lock')).size).toBe(0);
});

test('compacting gives back the room of what was removed, and changes nothing else', async () => {
  const study = await startStudy();
  const file = path.join(study.folder, 'study.crosscase');
  await study.api.project.describe({ researchQuestion: 'Why?' });
  await study.api.project.close({});
  const { default: Database } = await import('better-sqlite3');
  const other = new Database(file);
  other.exec(`CREATE TABLE ballast (id INTEGER PRIMARY KEY, content TEXT) STRICT`);
  other.prepare('INSERT INTO ballast (content) VALUES (?)').run('x'.repeat(3_000_000));
  other.exec('DROP TABLE ballast');
  other.close();
  await study.api.project.open({ path: file });
  const overview = await study.api.project.overview({});
  const { before, after } = await study.api.project.compact({});
  expect(before - after).toBeGreaterThan(2_900_000);
  expect(fs.statSync(file).size).toBe(after);
  expect(await study.api.project.overview({})).toEqual(overview);
  await study.api.project.describe({ researchQuestion: 'How?' });
  await study.api.history.undo({});
  expect(await study.api.project.overview({})).toEqual(overview);
  expect(await study.api.project.check({})).toEqual({ problems: [] });
});
