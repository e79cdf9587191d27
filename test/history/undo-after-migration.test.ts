import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY, startCore, temporaryFolder } from '#test/support/test-core.ts';

/** Today's migrations and one of a later version of the program, which adds columns to two tables. */
function laterMigrations(folder: string): string {
  const later = path.join(folder, 'migrations');
  fs.cpSync(path.join(REPOSITORY, 'migrations'), later, { recursive: true });
  const next = String(fs.readdirSync(later).length + 1).padStart(4, '0');
  fs.writeFileSync(
    path.join(later, `${next}-later.sql`),
    `ALTER TABLE code ADD COLUMN weight INTEGER NOT NULL DEFAULT 7;
     ALTER TABLE participant ADD COLUMN remark TEXT;`,
  );
  return later;
}

test('what was done before a migration can still be undone and redone after it', async () => {
  const folder = temporaryFolder();
  const before = startCore(folder);
  const { path: file } = await before.api.project.create({
    path: path.join(folder, 'study'),
    title: 'Study',
    coderName: 'Anna',
  });
  const time = await before.api.codebook.create({ parentId: null, name: 'Time' });
  await before.api.participants.create({ code: 'T01' });
  await before.api.codebook.change({ id: time, name: 'Hours' });
  await before.api.codebook.remove({ id: time });
  before.core.close();

  const { api } = startCore(folder, { migrations: laterMigrations(folder) });
  await api.project.open({ path: file });
  const names = async () => (await api.codebook.list({})).map(({ name }) => name);
  await api.history.undo({});
  expect(await names()).toEqual(['Hours']);
  await api.history.undo({});
  expect(await names()).toEqual(['Time']);
  await api.history.undo({});
  expect((await api.participants.table({})).participants).toEqual([]);
  await api.history.undo({});
  expect(await names()).toEqual([]);
  for (let step = 0; step < 3; step += 1) await api.history.redo({});
  expect(await names()).toEqual(['Hours']);
  expect((await api.project.check({})).problems).toEqual([]);
});
