import path from 'node:path';
import { expect, test } from 'vitest';
import type { FileRef } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { REPOSITORY, startStudy, temporaryFolder } from '#test/support/test-core.ts';
import { fuzzImporters } from './fuzz-importers.ts';
import { mutateFile, numbersFrom } from './mutate-file.ts';
import fs from 'node:fs';

const VARIANTS = path.join(REPOSITORY, 'test/fixtures/variants');

test('damaged files of every format are read or refused with a reason: no crash, no hang', async () => {
  const { failures, read, refused } = await fuzzImporters(VARIANTS, temporaryFolder(), 1, 300);
  expect(failures).toEqual([]);
  expect(read).toBeGreaterThan(50);
  expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBe(300 - read);
}, 120_000);

test('of damaged files, all or none are imported, and the preview says which can be', async () => {
  const study = await startStudy();
  const { path: project } = (await study.api.project.current({}))!;
  const random = numbersFrom(77);
  const names = fs.readdirSync(VARIANTS).filter((name) => !name.endsWith('.pdf'));
  const files: FileRef[] = names.map((name) =>
    study.offer(name, mutateFile(fs.readFileSync(path.join(VARIANTS, name)), random)),
  );
  const before = dumpProject(project);
  const previews = await study.api.transcripts.preview({ files });
  expect(previews.map(({ fileName }) => fileName)).toEqual(names);
  const items = files.map((file, index) => ({ file, title: `${index}`, participantCode: '' }));
  expect(previews.some(({ ok }) => ok) && previews.some(({ ok }) => !ok)).toBe(true);
  await expect(study.api.transcripts.import({ items })).rejects.toMatchObject({
    detail: { name: expect.any(String) as string },
  });
  expect(dumpProject(project)).toEqual(before);
  const good = items.filter((_, index) => previews[index]?.ok);
  expect(await study.api.transcripts.import({ items: good })).toHaveLength(good.length);
});
