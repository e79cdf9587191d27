import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import { REPOSITORY, startStudy, type TestCore } from '#test/support/test-core.ts';

const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data/transcripts');

/** Written without the program's own folding: what the search is checked against. */
function countByHand(texts: readonly string[], query: string): number {
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const phrase = new RegExp(
    `(?<![\\p{L}\\p{N}])(?=${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}]))`,
    'gu',
  );
  return texts.reduce((count, text) => count + (plain(text).match(phrase)?.length ?? 0), 0);
}

async function studyOf(texts: readonly string[]): Promise<TestCore> {
  const study = await startStudy();
  const items = texts.map((text, index) => ({
    file: study.offer(`t${index}.txt`, text),
    title: `Transcript ${index + 1}`,
    participantCode: `P${index + 1}`,
  }));
  await study.api.transcripts.import({ items });
  return study;
}

const total = async (api: Client, text: string, limit = 50): Promise<number> =>
  (await api.search.text({ text, limit })).total;

test('agrees with a scan of the sample interviews, for words and phrases, whatever the limit', async () => {
  const texts = fs
    .readdirSync(SAMPLE)
    .toSorted()
    .map((name) => fs.readFileSync(path.join(SAMPLE, name), 'utf8'));
  const { api } = await studyOf(texts);
  for (const query of [
    'the',
    'colleague',
    'I',
    'of the',
    'a lot of',
    'in the school',
    'network',
    'café',
    'to',
    'zzz',
  ]) {
    const expected = countByHand(texts, query);
    for (const limit of [1, 50, 500]) {
      const result = await api.search.text({ text: query, limit });
      expect([query, limit, result.total]).toEqual([query, limit, expected]);
      expect(result.hits.length).toBe(Math.min(limit, expected));
    }
  }
});

test('says exactly where a hit stands, in the order of transcripts and text', async () => {
  const text = 'I: Hoe gaat het? 👩‍⚕️\n\nP1: De coo\u0308rdinatie, ja; de COÖRDINATIE!\n';
  const { api } = await studyOf(['I: Eerst.\n\nP1: Coördinatie.\n', text]);
  const { total: count, transcripts, hits } = await api.search.text({ text: 'coordinatie' });
  expect([count, transcripts]).toEqual([3, 2]);
  expect(hits.map(({ title, start, end }) => [title, start, end])).toEqual([
    ['Transcript 1', 15, 26],
    ['Transcript 2', text.indexOf('coo'), text.indexOf('coo') + 12],
    ['Transcript 2', text.indexOf('COÖ'), text.indexOf('COÖ') + 11],
  ]);
  expect(hits[1]).toMatchObject({
    participantCode: 'P2',
    context: 'P1: De coo\u0308rdinatie, ja; de COÖRDINATIE!',
    contextStart: text.indexOf('P1'),
  });
});

test('a star behind the last word finds all words that begin so', async () => {
  const { api } = await studyOf(['I: De huisarts, het huis, thuis en de Huisartsenpost.\n']);
  expect(await total(api, 'huis*', 1)).toBe(3);
  expect(await total(api, 'de huis*', 1)).toBe(2);
  expect(await total(api, 'huis')).toBe(1);
  const { hits } = await api.search.text({ text: 'de huisartsen*' });
  expect(hits.map(({ start, end }) => [start, end])).toEqual([[35, 52]]);
});

test('takes any text as words and never as syntax, and finds it when it is there', async () => {
  const { api } = await studyOf(['I: NEAR the "end" AND not (this) OR that: x* y^2 {a} -b\n']);
  for (const text of [
    '"',
    'NEAR(',
    'AND',
    'a OR b',
    'words:the',
    '^the',
    '"the" "end"',
    '{a}',
    '-b',
    '*',
    "it's",
    '\0',
  ]) {
    expect((await api.search.text({ text })).hits.length).toBe(await total(api, text));
  }
  expect(await total(api, 'NEAR the "end" AND')).toBe(1);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
      await api.search.text({ text });
    }),
    { numRuns: 300 },
  );
});

test('finds every phrase that is taken from a text, and agrees on the total however it is counted', async () => {
  const words = ['nee', 'ja', 'née', 'ne\u0301e', 'huis', 'huisarts', '👍🏽', 'ﬁets', 'a', 'A\u030A'];
  const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      async (texts, at, length) => {
        const { api } = await studyOf(
          texts.map((each, index) => `I: begin ${index} ${each.join(' ')} slot\n`),
        );
        const first = texts[0]!;
        const from = at % first.length;
        const asked = `${first.slice(from, from + 1 + (length % 3)).join(' ')} `;
        const whole = await api.search.text({ text: asked, limit: 500 });
        expect(whole.total).toBe(whole.hits.length);
        expect(await total(api, asked, 1)).toBe(whole.total);
        if (/\p{L}/u.test(asked)) expect(whole.total).toBeGreaterThan(0);
      },
    ),
    { numRuns: 25 },
  );
});

test('a transcript that was removed is not found, and is found again when that is undone', async () => {
  const { api } = await studyOf(['I: De huisarts.\n', 'I: Geen.\n']);
  const [first] = await api.transcripts.list({});
  await api.transcripts.remove({ id: first!.id });
  expect(await total(api, 'huisarts')).toBe(0);
  await api.history.undo({});
  expect(await total(api, 'huisarts')).toBe(1);
  await api.history.undo({});
  expect(await total(api, 'huisarts')).toBe(0);
  await api.history.redo({});
  expect(await total(api, 'huisarts')).toBe(1);
});
