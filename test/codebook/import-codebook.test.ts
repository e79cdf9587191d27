import * as fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeKinds } from '#shared/codebook/codebook-contract.ts';
import { codebookToJson, parseCodebook } from '#shared/codebook/codebook-json.ts';
import { foldedName } from '#shared/codebook/code-tree.ts';
import { REPOSITORY, startStudy } from '#test/support/test-core.ts';

const templateJson = fs.readFileSync(
  path.join(REPOSITORY, 'shared/codebook/templates/networks-and-motives.json'),
  'utf8',
);

test('starts from the template, and starting twice keeps what is there', async () => {
  const { api } = await startStudy();
  expect(await api.codebook.importTemplate({ template: 'networks-and-motives' })).toEqual({
    added: 47,
    kept: 0,
  });
  const codes = await api.codebook.list({});
  expect(codes.find(({ key }) => key === 'practice.setting')).toMatchObject({
    kind: 'indicator',
    name: 'Setting',
    poleLow: 'online',
    poleHigh: 'face to face',
    cues: ['online', 'face to face', 'in person', 'forum', 'WhatsApp', 'Twitter'],
  });
  const time = codes.find(({ key }) => key === 'cost.time')!;
  await api.codebook.move({ id: time.id, parentId: null, index: 0 });
  await api.codebook.change({ id: time.id, definition: 'Ours.' });
  expect(await api.codebook.importTemplate({ template: 'networks-and-motives' })).toEqual({
    added: 0,
    kept: 47,
  });
  expect((await api.codebook.list({}))[0]).toMatchObject({ id: time.id, definition: 'Ours.' });
  await expect(api.codebook.importTemplate({ template: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});

test('shows what a file holds before it is imported, and adds only what is not there', async () => {
  const { api, offer } = await startStudy();
  const costs = await api.codebook.create({ parentId: null, name: 'costs' });
  const file = offer(
    'codes.json',
    `\ufeff${JSON.stringify({
      name: 'Ours',
      codes: [
        { id: 'c', name: 'Costs' },
        { id: 'c.t', parent: 'c', name: 'Time', kind: 'cost' },
        { id: 'r', name: 'Rewards', color: '#ABCDEF' },
      ],
    })}`,
  );
  expect(await api.codebook.previewFile({ file })).toMatchObject({
    name: 'Ours',
    already: 1,
    codes: [
      { key: 'c', parent: null, kind: 'code', name: 'Costs' },
      { key: 'c.t', parent: 'c', kind: 'cost', name: 'Time' },
      { key: 'r', parent: null, kind: 'code', name: 'Rewards' },
    ],
  });
  expect(await api.codebook.importFile({ file })).toEqual({ added: 2, kept: 1 });
  expect((await api.codebook.list({})).map(({ parentId, key, name }) => [parentId, key, name])).toEqual([
    [null, null, 'costs'],
    [costs, 'c.t', 'Time'],
    [null, 'r', 'Rewards'],
  ]);
  expect(await api.codebook.importFile({ file })).toEqual({ added: 0, kept: 3 });
  expect((await api.history.state({})).undo).toBe('Import the codebook Ours');
});

test('refuses a file that is empty, no text, no codebook or gone, and leaves the project as it was', async () => {
  const { api, offer } = await startStudy();
  const refusals = [
    [offer('empty.json', ''), 'file-empty'],
    [offer('latin.json', Uint8Array.from([0x7b, 0xe9, 0x7d])), 'file-encoding'],
    [offer('text.json', 'Time\nMoney'), 'codebook-invalid'],
    [offer('large.json', ' '.repeat(21 * 1024 * 1024)), 'file-too-large'],
    ['nothing' as ReturnType<typeof offer>, 'file-missing'],
  ] as const;
  for (const [file, code] of refusals) {
    await expect(api.codebook.previewFile({ file })).rejects.toMatchObject({ code });
    await expect(api.codebook.importFile({ file })).rejects.toMatchObject({ code });
  }
  expect(await api.codebook.list({})).toEqual([]);
});

test('the template goes out of a project as it came in', async () => {
  const { api } = await startStudy();
  await api.codebook.importTemplate({ template: 'networks-and-motives' });
  const original = parseCodebook('template', templateJson);
  const exported = parseCodebook('export', codebookToJson(await api.codebook.list({}), original));
  const codes = exported.codes.map((code) => ({ ...code, color: undefined }));
  expect({ ...exported, codes }).toEqual(original);
});

test('a codebook made here goes to another project and comes back with nothing lost', async () => {
  const { api } = await startStudy();
  await api.codebook.importTemplate({ template: 'networks-and-motives' });
  const own = await api.codebook.create({ parentId: null, name: 'Ours' });
  await api.codebook.change({ id: own, cues: ['x'], definition: 'Two\nlines.' });
  const json = codebookToJson(await api.codebook.list({}), { name: 'n', source: 's' });
  const other = await startStudy();
  await other.api.codebook.importFile({ file: other.offer('codes.json', json) });
  expect(codebookToJson(await other.api.codebook.list({}), { name: 'n', source: 's' })).toBe(json);
});

const anyCode = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== ''),
  /** Which of the codes before it is the parent; 0 is the top. */
  under: fc.nat(),
  kind: fc.constantFrom(...codeKinds),
  definition: fc.string({ unit: 'grapheme' }),
  color: fc.nat(0xffffff).map((bits) => `#${bits.toString(16).padStart(6, '0')}`),
  poles: fc.option(fc.tuple(fc.constantFrom('low', 'weak é'), fc.constantFrom('high', '😀'))),
  phrases: fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 3 }),
});

const anyCodebook = fc.array(anyCode, { minLength: 1, maxLength: 12 }).map((drafts) => {
  const taken = new Set<string>();
  const codes: unknown[] = [];
  drafts.forEach(({ under, ...draft }, index) => {
    const above = under % (codes.length + 1);
    const parent = above === 0 ? null : Reflect.get(codes[above - 1] as object, 'id');
    const place = JSON.stringify([parent, foldedName(draft.name)]);
    if (!taken.has(place)) codes.push({ id: `id ${index}`, parent, ...draft });
    taken.add(place);
  });
  return parseCodebook('made up', JSON.stringify({ name: 'N', source: 'S', codes }));
});

test('whatever codebook is imported, its export reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyCodebook, async (codebook) => {
      const { api, offer, core } = await startStudy();
      await api.codebook.importFile({ file: offer('codes.json', JSON.stringify(codebook)) });
      const exported = codebookToJson(await api.codebook.list({}), codebook);
      core.close();
      expect(parseCodebook('export', exported)).toEqual(codebook);
    }),
    { numRuns: 25 },
  );
});
