import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import { searchFields, type SearchField, type SearchGroup } from '#shared/search/search-contract.ts';
import { foldText } from '#shared/search/fold-text.ts';
import { findQuery, readQuery } from '#shared/search/search-query.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';
import { startStudy } from '#test/support/test-core.ts';

async function find(api: Client, text: string, field: SearchField, limit = 100): Promise<SearchGroup> {
  const [group] = await api.search.find({ text, fields: [field], limit });
  return group!;
}

/** What was found, with the hit marked in its context. */
async function shown(api: Client, text: string, field: SearchField): Promise<readonly string[]> {
  const { hits } = await find(api, text, field);
  return hits.map(({ heading, part, context, start, end }) => {
    const marked = `${context.slice(0, start)}[${context.slice(start, end)}]${context.slice(end)}`;
    return part === null ? `${heading}: ${marked}` : `${heading}, ${part}: ${marked}`;
  });
}

async function writeEverywhere({ api, transcript, code, range }: CodedStudy): Promise<void> {
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work'),
    codeIds: [code.time],
  });
  await api.coding.change({
    id: coding!.id,
    memo: 'A café-like détente.',
    translation: 'We deelden het werk',
  });
  await api.codebook.change({
    id: code.time,
    definition: 'Time that détente takes.',
    useWhen: 'When détente is a matter of hours.',
  });
  const matrix = await api.matrices.create({
    name: 'Cases',
    columns: [{ title: 'Work', codeIds: [code.work] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrix });
  await api.matrices.writeSummary({
    columnId: columns[0]!.id,
    rowKey: rows[0]!.key,
    summary: 'Détente at last.',
  });
  await api.memos.create({
    title: 'On détente',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'It has two sides.' }] }],
  });
}

test('finds what was written in every place, folded, in its context', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  await writeEverywhere(study);
  expect(await shown(api, 'detente', 'coding-memos')).toEqual(['T01 · Time, Anna: A café-like [détente].']);
  expect(await shown(api, 'deel* OR', 'translations')).toEqual([]);
  expect(await shown(api, 'deel*', 'translations')).toEqual(['T01 · Time, Anna: We [deelden] het werk']);
  expect(await shown(api, 'eeld*', 'translations')).toEqual([]);
  expect(await shown(api, 'DEELDEN het', 'translations')).toEqual([
    'T01 · Time, Anna: We [deelden het] werk',
  ]);
  expect(await shown(api, 'detente', 'memos')).toEqual(['On détente, Title: On [détente]']);
  expect(await shown(api, 'two NEAR/1 it', 'memos')).toEqual(['On détente: [It has two] sides.']);
  expect(await shown(api, 'tim* NEAR/2 detente', 'codes')).toEqual([
    'Time, Definition: [Time that détente] takes.',
  ]);
  expect(await shown(api, 'matter of hours', 'codes')).toEqual([
    'Time, Use when: When détente is a [matter of hours].',
  ]);
  expect(await shown(api, 'detente', 'cells')).toEqual(['T01 × Work, Cases: [Détente] at last.']);
  expect(await shown(api, 'shared NEAR/1 work', 'transcripts')).toEqual([
    'T01: T01: She could not keep up, and neither could I. We [shared the work].',
  ]);
});

test('follows every change, undo and redo', async () => {
  const study = await startCodedStudy();
  const { api, code } = study;
  await api.codebook.change({ id: code.time, definition: 'Hours' });
  expect((await find(api, 'hours', 'codes')).total).toBe(1);
  await api.codebook.change({ id: code.time, definition: 'Minutes' });
  expect((await find(api, 'hours', 'codes')).total).toBe(0);
  await api.history.undo({});
  expect((await find(api, 'hours', 'codes')).total).toBe(1);
  expect((await find(api, 'minutes', 'codes')).total).toBe(0);
  await api.history.redo({});
  expect((await find(api, 'minutes', 'codes')).total).toBe(1);
  await api.codebook.change({ id: code.time, definition: '' });
  expect((await find(api, 'minutes', 'codes')).total).toBe(0);
});

test('counts what it does not show, and says so where it cannot count', async () => {
  const { api, addTranscript } = await startCodedStudy();
  await addTranscript('T02', 'Time and work. '.repeat(30), 'T02');
  const words = await find(api, 'time', 'transcripts', 10);
  expect([words.total, words.more, words.things, words.hits.length]).toEqual([30, false, 1, 10]);
  const near = await find(api, 'time NEAR/3 work', 'transcripts', 10);
  expect([near.total, near.more, near.hits.length]).toEqual([10, true, 10]);
  for (let index = 0; index < 3; index += 1)
    await api.codebook.create({ parentId: null, name: `Pressure ${index}` });
  const codes = await find(api, 'pressure', 'codes', 2);
  expect([codes.total, codes.more, codes.hits.length]).toEqual([3, false, 2]);
});

test('nothing that is typed is an error', async () => {
  const { api } = await startCodedStudy();
  for (const text of [
    '',
    '"',
    '*',
    'a"b',
    'NEAR/',
    'AND OR NOT',
    '(x',
    'work*"',
    '-',
    'time NEAR/5',
    'col:x',
  ])
    expect(await api.search.find({ text, fields: [...searchFields] })).toBeInstanceOf(Array);
});

test('hits are coded by word, sentence and turn, in one step that is undone as one', async () => {
  const { api, transcript, code } = await startCodedStudy();
  const hitsOf = async (text: string) =>
    (await find(api, text, 'transcripts')).hits.flatMap(({ place }) =>
      place.kind === 'text' ? [{ versionId: place.versionId, start: place.start, end: place.end }] : [],
    );
  const quoted = async () =>
    (await api.coding.ofTranscript({ transcriptId: transcript.id })).map(({ start, end }) =>
      transcript.text.slice(start, end),
    );
  const hits = await hitsOf('could');
  expect(await api.search.codeHits({ hits, unit: 'hit', codeId: code.time })).toEqual({
    coded: 2,
    skipped: 0,
  });
  expect(await quoted()).toEqual(['could', 'could']);
  expect((await api.history.list({})).entries[0]!.label).toBe('Code 2 hits of a search as Time');
  await api.history.undo({});
  expect(await quoted()).toEqual([]);

  expect(await api.search.codeHits({ hits, unit: 'sentence', codeId: code.time })).toEqual({
    coded: 1,
    skipped: 1,
  });
  expect(await quoted()).toEqual(['She could not keep up, and neither could I.']);
  await expect(api.search.codeHits({ hits, unit: 'sentence', codeId: code.time })).rejects.toMatchObject({
    code: 'coding-exists',
  });
  await api.history.undo({});

  const [cafe] = await hitsOf('cafe');
  await api.search.codeHits({ hits: [cafe!], unit: 'turn', codeId: code.ties });
  expect(await quoted()).toEqual(['Now it is better. 👩‍👩‍👧‍👦 we are a cafe\u0301.']);
});

test('a hit across two turns takes both, one in a label the first sentence, one in a heading its paragraph', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const codeAs = async (words: string, unit: 'sentence' | 'turn') => {
    await api.search.codeHits({
      hits: [{ versionId: transcript.versionId, ...range(words) }],
      unit,
      codeId: code.work,
    });
    const [coding] = await api.coding.ofTranscript({ transcriptId: transcript.id });
    await api.history.undo({});
    return transcript.text.slice(coding!.start, coding!.end);
  };
  expect(await codeAs('up?\n\nT01: She', 'sentence')).toBe(
    'How do you keep up?\n\nT01: She could not keep up, and neither could I.',
  );
  expect(await codeAs('T01: ', 'sentence')).toBe('She could not keep up, and neither could I.');
  expect(await codeAs('Networks', 'turn')).toBe('## Networks');
});

test('a hit that lies outside the text codes nothing at all', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const hits = [
    { versionId: transcript.versionId, ...range('keep up') },
    { versionId: transcript.versionId, start: 5, end: 100_000 },
  ];
  await expect(api.search.codeHits({ hits, unit: 'hit', codeId: code.time })).rejects.toMatchObject({
    code: 'range-invalid',
  });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toEqual([]);
});

test('what the index lets through holds every hit: NEAR agrees with reading every text', async () => {
  const study = await startStudy();
  const words = fc.sample(
    fc.array(fc.constantFrom('tijd', 'tijden', 'werk', 'is', 'geld'), { minLength: 4, maxLength: 12 }),
    {
      numRuns: 40,
      seed: 7,
    },
  );
  const texts = words.map((list) => list.join(' '));
  await study.api.transcripts.import({
    items: texts.map((text, index) => ({
      file: study.offer(`t${index}.txt`, text),
      title: `T${index}`,
      participantCode: `P${index}`,
    })),
  });
  for (const text of [
    'tijd NEAR/0 werk',
    'werk NEAR/2 tijd*',
    'tijd is NEAR/1 werk',
    'tij* is NEAR/3 wer* is',
    'tijd NEAR werk NEAR/1 geld',
  ]) {
    const query = readQuery(text)!;
    const byHand = texts.reduce((sum, one) => sum + findQuery(foldText(one), query, Infinity).length, 0);
    const { total, more } = await find(study.api, text, 'transcripts', 5000);
    expect([text, total, more]).toEqual([text, byHand, false]);
    expect(byHand).toBeGreaterThan(0);
  }
});
