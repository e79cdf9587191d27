import { array, assert, constantFrom, integer, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { codeId, transcriptId, type CodeId } from '#shared/ids.ts';
import { saturation } from '#shared/codebook/saturation.ts';
import { wordDiff } from '#shared/codebook/word-diff.ts';
import { startCodedCases } from '#test/matrices/coded-cases.ts';

const plan = [
  { at: 0, version: 1, code: 1, layer: 0, start: 0 },
  { at: 1, version: 1, code: 1, layer: 1, start: 20 },
  { at: 2, version: 1, code: 4, layer: 0, start: 20 },
] as const;

test('freezes the codebook, and says what became of it since', async () => {
  const { api, codes } = await startCodedCases(plan);
  const [costs, time, evenings, rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  await api.codebook.change({ id: time, definition: 'Hours that it takes.' });
  expect(await api.codebook.freeze({ name: ' Pilot ' })).toBe(1);
  await api.codebook.change({ id: time, definition: 'Hours that it takes or gives.', name: 'Hours' });
  await api.codebook.change({ id: rewards, useWhen: 'Something is gained.', seeAlso: [ties] });
  await api.codebook.move({ id: evenings, parentId: costs, index: 0 });
  await api.codebook.remove({ id: ties });
  await api.codebook.create({ parentId: costs, name: 'Money', definition: 'Its price.' });
  expect(await api.codebook.freeze({ name: '' })).toBe(2);

  const versions = await api.codebook.versions({});
  expect(versions).toMatchObject([
    { number: 2, name: '', coderName: 'Anna', codes: 5 },
    { number: 1, name: 'Pilot', codes: 5 },
  ]);
  const [second, first] = versions as [(typeof versions)[0], (typeof versions)[0]];
  const differences = await api.codebook.compareVersions({ before: first.id, after: second.id });
  expect(differences.map(({ kind, code, what }) => [kind, code, what])).toEqual([
    ['moved', 'Costs › Evenings', 'Place'],
    ['renamed', 'Costs › Hours', 'Name'],
    ['changed', 'Costs › Hours', 'Definition'],
    ['added', 'Costs › Money', 'Code'],
    ['changed', 'Rewards', 'Use when'],
    ['removed', 'Ties', 'Code'],
  ]);
  expect(await api.codebook.compareVersions({ before: second.id, after: null })).toEqual([]);
  await expect(api.codebook.compareVersions({ before: 99, after: null })).rejects.toMatchObject({
    code: 'not-found',
  });
  await api.history.undo({});
  expect(await api.codebook.versions({})).toHaveLength(1);
});

test('lists own codings made under an older definition, until they are re-examined', async () => {
  const { api, codes, codings } = await startCodedCases(plan);
  const time = codes[1]!;
  expect(await api.codebook.outdated({})).toEqual({ total: 0, codings: [] });
  await api.codebook.change({ id: time, color: '#123456' });
  expect((await api.codebook.outdated({})).total).toBe(0);
  await api.codebook.change({ id: time, notWhen: 'It is given back.' });
  expect(await api.codebook.outdated({})).toMatchObject({
    total: 1,
    codings: [{ codingId: codings[0], codeId: time, quotation: 'It costs', source: 'T10 · Interview 0' }],
  });
  await expect(api.codebook.markReexamined({ ids: [codings[1]!] })).rejects.toMatchObject({
    code: 'not-your-coding',
  });
  await api.codebook.markReexamined({ ids: [codings[0]!] });
  expect((await api.codebook.outdated({})).total).toBe(0);
  await api.codebook.change({ id: time, definition: 'Once more.' });
  expect((await api.codebook.outdated({})).total).toBe(1);
  await api.codebook.markReexamined({ ids: [codings[0]!] });
  await api.history.undo({});
  expect((await api.codebook.outdated({})).total).toBe(1);
});

test('shows which codes each transcript brought, and which were worded anew while it was coded', async () => {
  const { api, codes } = await startCodedCases([]);
  const [costs, time, , rewards] = codes as [CodeId, CodeId, CodeId, CodeId];
  const transcripts = await api.transcripts.list({});
  const version = async (index: number) =>
    (await api.transcripts.get({ id: transcripts[index]!.id })).versionId;
  const code = async (index: number, start: number, codeIds: CodeId[]) =>
    api.coding.apply({ versionId: await version(index), start, end: start + 8, codeIds });
  await code(2, 0, [costs, time]);
  await api.codebook.change({ id: time, definition: 'Hours.' });
  await api.codebook.change({ id: time, definition: 'Hours and evenings.' });
  await code(0, 0, [time]);
  await api.codebook.change({ id: costs, definition: 'Undone.' });
  await api.history.undo({});
  await code(0, 20, [rewards]);
  await code(2, 40, [rewards]);
  const steps = await api.codebook.saturation({});
  expect(steps.map(({ title, codes: used, fresh, changed }) => [title, used, fresh, changed])).toEqual([
    [transcripts[2]!.title, 3, [costs, time, rewards], [time]],
    [transcripts[0]!.title, 2, [], []],
  ]);
});

test('a code is new in one transcript, whatever the order in which codings come', () => {
  const uses = array(
    record({
      transcript: integer({ min: 1, max: 6 }),
      code: integer({ min: 1, max: 8 }),
      at: nat(50),
    }),
  );
  assert(
    property(uses, (given) => {
      const first = given.map(({ transcript, code, at }) => ({
        transcriptId: transcriptId.parse(transcript),
        title: String(transcript),
        codeId: codeId.parse(code),
        at: String(at).padStart(2, '0'),
      }));
      const steps = saturation(first, []);
      const fresh = steps.flatMap((step) => step.fresh);
      expect(new Set(fresh)).toEqual(new Set(first.map((use) => use.codeId)));
      expect(steps).toHaveLength(new Set(given.map(({ transcript }) => transcript)).size);
    }),
  );
});

test('a word diff holds both texts, and leaves unchanged words alone', () => {
  expect(wordDiff('Time as a price.', 'Time as a gift or a price.')).toEqual([
    { kind: 'same', text: 'Time as a ' },
    { kind: 'added', text: 'gift or a ' },
    { kind: 'same', text: 'price.' },
  ]);
  const words = array(constantFrom('a ', 'b ', 'c\n', 'd')).map((list) => list.join(''));
  assert(
    property(words, words, (before, after) => {
      const pieces = wordDiff(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
