import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy } from '#test/support/test-core.ts';

test('an import of thousands of rows is undone and redone as one step', async () => {
  const study = await startStudy();
  const { api } = study;
  const { path } = (await api.project.current({}))!;
  const rows = Array.from({ length: 2500 }, (_, index) => `P${index},${index % 60},North`);
  const file = study.offer('participants.csv', `code,age,region\n${rows.join('\n')}\n`);
  const before = dumpProject(path);
  await api.participants.importCsv({
    file,
    keyColumn: 'code',
    columns: [
      { name: 'age', type: 'whole number' },
      { name: 'region', type: 'one of' },
    ],
  });
  const after = dumpProject(path);
  expect(after['attribute_value']).toHaveLength(5000);

  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});
