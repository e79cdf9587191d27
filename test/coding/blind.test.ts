import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { Client } from '#shared/contract/api.ts';
import type { FileRef } from '#shared/ids.ts';
import { shadowedTables } from '#electron/coding/blind-views-sql.ts';
import { registry } from '#electron/core/registry.ts';
import { startCodedStudy } from './coded-study.ts';
import { everyInputOf } from '#test/support/every-input.ts';
import { startCore, type TestCore } from '#test/support/test-core.ts';

/** A word that only Bram wrote. */
const LEAK = 'Zwartboek';

interface Two {
  /** Anna looks at a study in which Bram worked. */
  readonly blind: TestCore;
  /** Anna looks at the same study, from before he did. */
  readonly alone: TestCore;
}

/** Queries that refuse in these studies, and where they are asked. */
const ASKED_ELSEWHERE: Readonly<Record<string, string>> = {
  'comparison.differences': 'refuses until all have finished: test/comparison/sessions.test.ts',
  'comparison.text': 'refuses until all have finished: test/comparison/sessions.test.ts',
  'packages.previewText': 'reads codings as corrections.preview does, of a text that only a merge keeps',
};

let two: Two;
beforeEach(async () => {
  two = await studyOfTwo();
});

/** The same file twice: once Bram works in it after it was copied, and once he never did. */
async function studyOfTwo(): Promise<Two> {
  const study = await startCodedStudy();
  const { api, code, transcript, range } = study;
  const { versionId } = transcript;
  const second = await study.addTranscript(
    'T02',
    'I: And you?\n\nT02: We shared the work, they said.\n',
    'T02',
  );
  const [own] = await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time] });
  const ownId = must(own, 'coded').id;
  await api.coding.change({ id: ownId, memo: 'Mine', translation: 'bijhouden' });
  await api.codebook.change({ id: code.work, cues: ['work'] });
  await api.memos.create({ title: 'Free', target: null, body: [] });
  await api.codebook.freeze({ name: 'First' });
  const matrix = await api.matrices.create({
    name: 'Cases',
    columns: [{ title: 'Work', codeIds: [code.work] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrix });
  const place = {
    columnId: must(columns[0], 'one column').id,
    rowKey: must(rows[0], 'one row').key,
  };
  await api.matrices.writeSummary({ ...place, summary: 'They share.' });
  await api.project.addCoder({ name: 'Bram' });
  await api.project.setBlind({ blind: true });
  await api.project.close({});

  const file = path.join(study.folder, 'study.crosscase');
  const copy = path.join(study.folder, 'alone.crosscase');
  fs.copyFileSync(file, copy);
  await openAs(api, file, 'Bram');
  await workOfBram(api, { code, ownId, transcript, range, second, place });
  await openAs(api, file, 'Anna');
  const alone = startCore();
  await openAs(alone.api, copy, 'Anna');
  return { blind: study, alone };
}

async function openAs(api: Client, file: string, name: string): Promise<void> {
  await api.project.open({ path: file });
  const coder = (await api.project.coders({})).find((candidate) => candidate.name === name);
  await api.project.chooseCoder({ coderId: must(coder, name).id });
}

type Study = Awaited<ReturnType<typeof startCodedStudy>>;

async function workOfBram(
  api: Client,
  {
    code,
    transcript,
    range,
    second,
    place,
  }: Pick<Study, 'code' | 'transcript' | 'range'> & {
    readonly ownId: number;
    readonly second: Study['transcript'];
    readonly place: Parameters<Client['matrices']['cell']>[0];
  },
): Promise<void> {
  const { versionId } = transcript;
  const codings = [
    ...(await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time, code.tempo] })),
    ...(await api.coding.apply({
      versionId,
      ...range('We shared the work'),
      codeIds: [code.ties],
      weight: 1,
    })),
    ...(await api.coding.apply({ versionId: second.versionId, start: 18, end: 36, codeIds: [code.tempo] })),
  ];
  const [one, other, , far] = codings.map(({ id }) => id);
  const first = must(one, 'coded');
  await api.coding.change({ id: first, memo: `${LEAK} again`, translation: LEAK, goodQuotation: true });
  await api.memos.create({ title: LEAK, target: { kind: 'coding', id: first }, body: [] });
  await api.memos.create({ title: LEAK, target: { kind: 'transcript', id: second.id }, body: [] });
  await api.codebook.addExample({ codeId: code.tempo, codingId: must(far, 'coded'), kind: 'example' });
  await api.constantComparison.judge({ codeId: code.tempo, codingId: must(far, 'coded'), verdict: 'fits' });
  await api.constantComparison.noteSaturation({ transcriptId: transcript.id, note: LEAK });
  await api.cues.skip({ codeId: code.work, versionId: second.versionId, start: 18, end: 46 });
  await api.matrices.setEvidence({ ...place, codingIds: [must(other, 'coded')], stance: 'supports' });
  await api.coding.remove({ ids: [must(codings[2], 'coded').id] });
}

/** Every answer, or refusal, to every question that can be asked. */
async function answers({ core }: TestCore): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [name, { method }] of registry) {
    if (method.kind !== 'query') continue;
    for (const input of everyInputOf(name, method, LEAK)) {
      found.set(
        `${name} ${JSON.stringify(input)}`,
        await core.call({ host: 'test', trusted: true }, name, input),
      );
    }
  }
  return found;
}

describe('while a study is coded blind', () => {
  test('every query answers as if the others had done nothing', async () => {
    const [seen, without] = [await answers(two.blind), await answers(two.alone)];
    const queries = [...registry].filter(([, { method }]) => method.kind === 'query').map(([name]) => name);
    const answered = new Set(
      [...without].filter(([, value]) => isOk(value)).map(([key]) => key.split(' ')[0]),
    );
    expect(queries.filter((name) => !answered.has(name) && ASKED_ELSEWHERE[name] === undefined)).toEqual([]);
    const different = [...seen.keys()].filter(
      (key) => JSON.stringify(seen.get(key)) !== JSON.stringify(without.get(key)),
    );
    expect(different.map((key) => [key, seen.get(key), without.get(key)])).toEqual([]);
    expect(JSON.stringify([...seen.values()])).not.toContain(LEAK);
  });

  test('and answers otherwise when it is not: the queries do ask for what Bram did', async () => {
    await two.blind.api.project.setBlind({ blind: false });
    await two.alone.api.project.setBlind({ blind: false });
    const [seen, without] = [await answers(two.blind), await answers(two.alone)];
    const telling = new Set(
      [...seen.keys()]
        .filter((key) => JSON.stringify(seen.get(key)) !== JSON.stringify(without.get(key)))
        .map((key) => key.split(' ')[0]),
    );
    for (const name of [
      'project.overview',
      'codebook.list',
      'codebook.removalPreview',
      'codebook.mergePreview',
      'coding.ofTranscript',
      'coding.byIds',
      'coding.fragments',
      'coding.historyOf',
      'constantComparison.saturation',
      'history.list',
      'history.changes',
      'matrices.get',
      'matrices.cell',
      'memos.list',
      'memos.on',
      'memos.linkable',
      'retrieval.find',
      'search.find',
      'transcripts.list',
    ]) {
      expect(telling, name).toContain(name);
    }
    expect(JSON.stringify([...seen.values()])).toContain(LEAK);
  });

  test('exports hold nothing of the others either', async () => {
    const [seen, without] = [await exports(two.blind), await exports(two.alone)];
    expect(seen).toEqual(without);
    expect(seen.join('\n')).not.toContain(LEAK);
    await two.blind.api.project.setBlind({ blind: false });
    expect((await exports(two.blind)).join('\n')).toContain(LEAK);
  }, 120_000);

  test('removing a code removes what others coded with it, and does not tell how much that was', async () => {
    const { api } = two.blind;
    const tempo = must(
      (await api.codebook.list({})).find(({ name }) => name === 'Tempo'),
      'Tempo',
    );
    await api.codebook.remove({ id: tempo.id });
    expect((await api.history.list({})).entries[0]?.label).toBe('Remove “Tempo”');
    expect(await api.project.check({})).toEqual({ problems: [] });
  });
});

/** Tables that refer to a coding, a layer or a coder, and show nothing of what others see in a transcript. */
const SHOWN: Readonly<Record<string, string>> = {
  case_narrative: 'a narrative is the claim of whoever wrote it, as a summary is',
  comparison_session: 'that some are compared is known to all',
  comparison_coder: 'who is compared is known to all',
  cell_basis: 'what a summary rested on, as fingerprints; what is hidden is not held against it',
  cell_check: 'a verdict is about a summary, and is told to its author',
  cell_confirmation: 'that somebody stands by a summary is told to all, without words of the interviews',
  cell_sentence: 'a link is followed through codings, which are hidden',
  check_assignment: 'who checks what is known to all',
  correction: 'that a text was corrected is known to all; how many codings it touched is not',
  coding_assignment: 'who codes what is known to all',
  finished_mark: 'blindness ends when all marks are there',
  layer: 'whose layers there are is known to all',
  matrix: 'which layer a matrix counts is part of its design',
  matrix_cell: 'a summary is the claim of whoever wrote it; what it rests on is hidden',
  type_assignment: 'of which type a case is, is a claim of whoever says so, as a summary is',
  reduction_step: 'how a matrix was made from another is told to all',
};

test('every table that could tell what somebody coded is shadowed, or there is a reason why not', () => {
  const connection = new Database(path.join(two.blind.folder, 'study.crosscase'), { readonly: true });
  const telling = connection
    .prepare(
      `SELECT DISTINCT list.name FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
       LEFT JOIN pragma_foreign_key_list(list.name) AS reference ON reference."from" = info.name
       WHERE list.schema = 'main' AND list.type = 'table'
         AND (reference."table" IN ('coding', 'layer', 'coder') OR info.name IN ('coding_uid', 'coder_id'))
       ORDER BY list.name`,
    )
    .pluck()
    .all() as string[];
  connection.close();
  expect(telling).toContain('cell_evidence');
  expect(telling.filter((name) => !shadowedTables.includes(name) && SHOWN[name] === undefined)).toEqual([]);
});

describe('what others did in a transcript is shown', () => {
  const visible = async (): Promise<readonly (readonly string[])[]> => {
    const { api } = two.blind;
    const transcripts = await api.transcripts.list({});
    return Promise.all(
      transcripts.map(async ({ id }) => {
        const layers = new Map((await api.coding.layers({})).map((layer) => [layer.id, layer.name]));
        const codings = await api.coding.ofTranscript({ transcriptId: id });
        return [...new Set(codings.map(({ layerId }) => layers.get(layerId) ?? ''))].toSorted();
      }),
    );
  };

  async function finish(name: string, title: string): Promise<void> {
    const { api, folder } = two.blind;
    await openAs(api, path.join(folder, 'study.crosscase'), name);
    const transcript = must(
      (await api.transcripts.list({})).find((one) => one.title === title),
      title,
    );
    await api.coding.markFinished({ transcriptId: transcript.id });
  }

  test('when all have finished it, and only of that transcript', async () => {
    expect(await visible()).toEqual([['Anna'], []]);
    await finish('Bram', 'T01');
    expect(await visible()).toEqual([['Bram'], ['Bram']]);
    await finish('Anna', 'T01');
    expect(await visible()).toEqual([['Anna', 'Bram'], []]);
    await two.blind.api.history.undo({});
    expect(await visible()).toEqual([['Anna'], []]);
  });

  test('when those who were chosen for it have finished it', async () => {
    const { api } = two.blind;
    const [first, second] = await api.transcripts.list({});
    const [anna, bram] = await api.project.coders({});
    await api.project.assign({ transcriptIds: [must(second, 'T02').id], coderIds: [must(bram, 'Bram').id] });
    expect((await api.project.team({})).transcripts.map(({ chosen, open }) => [chosen, open])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(await visible()).toEqual([['Anna'], []]);
    await finish('Bram', 'T02');
    await api.project.chooseCoder({ coderId: must(anna, 'Anna').id });
    expect(await visible()).toEqual([['Anna'], ['Bram']]);
    await api.project.assign({ transcriptIds: [must(second, 'T02').id], coderIds: [] });
    expect(await visible()).toEqual([['Anna'], []]);
    await api.transcripts.remove({ id: must(first, 'T01').id });
    expect(await api.project.check({})).toEqual({ problems: [] });
  });
});

function isOk(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === true;
}

/** What the exports say, without when they were made. */
async function exports({ api, core }: TestCore): Promise<readonly string[]> {
  const read = (file: FileRef): Buffer => fs.readFileSync(core.files.resolve(file).path);
  const timeless = (text: string): string =>
    text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '').replaceAll(/\d\d?:\d\d(:\d\d)?/g, '');
  const codeIds = (await api.codebook.list({})).map(({ id }) => id);
  const query = { codes: { ids: codeIds, descendants: true } };
  const matrixId = must((await api.matrices.list({}))[0], 'a matrix').id;
  const memos = await api.memos.list({});
  const matrix = unzipSync(read((await api.export.matrix({ matrixId, format: 'csv' })).file));
  return [
    ...Object.values(matrix).map((sheet) => strFromU8(sheet)),
    read((await api.retrieval.export({ query, format: 'csv', name: 'All' })).file).toString(),
    read((await api.codebook.exportFile({ format: 'json' })).file).toString(),
    read((await api.memos.export({ ids: memos.map(({ id }) => id), format: 'md' })).file).toString(),
  ].map(timeless);
}
