import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { interviewText, rangeOf } from '#test/support/interview-text.ts';
import { startCodedStudy } from './coded-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

test('codes a passage in the layer of the coder who sits here', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const made = await api.coding.apply({ versionId, ...range('keep up, and'), codeIds: [code.time] });
  expect(made).toEqual([
    {
      id: 1,
      layerId: 1,
      codeId: code.time,
      ...range('keep up, and'),
      weight: null,
      certainty: null,
      goodQuotation: false,
      memo: '',
      translation: '',
      translator: null,
      createdAt: expect.any(String) as string,
    },
  ]);
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toEqual(made);
  expect(await api.coding.byIds({ ids: [made[0]!.id, 99] })).toEqual([{ ...made[0], versionId }]);
  expect(await api.coding.layers({})).toEqual([{ id: 1, name: 'Anna', own: true }]);
  expect((await api.history.state({})).undo).toBe('Code “keep up, and” as Time');
});

test('several codes at once: those that are there already are left as they are', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const passage = { versionId: transcript.versionId, ...range('We shared the work.') };
  await api.coding.apply({ ...passage, codeIds: [code.time] });
  const made = await api.coding.apply({ ...passage, codeIds: [code.time, code.ties, code.work], weight: 1 });
  expect(made.map(({ codeId, weight }) => [codeId, weight])).toEqual([
    [code.ties, 1],
    [code.work, 1],
  ]);
  await expect(api.coding.apply({ ...passage, codeIds: [code.work, code.time] })).rejects.toMatchObject({
    code: 'coding-exists',
    detail: { code: 'Work, Time' },
  });
  await api.history.undo({});
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toHaveLength(1);
});

test('refuses a range that is not in the text, and a code or transcript that is gone', async () => {
  const { api, transcript, code } = await startCodedStudy();
  const { versionId, text } = transcript;
  const codeIds = [code.time];
  for (const range of [
    { start: 0, end: text.length + 1 },
    { start: 7, end: 7 },
    { start: 9, end: 7 },
  ]) {
    await expect(api.coding.apply({ versionId, ...range, codeIds })).rejects.toMatchObject({
      code: 'range-invalid',
      detail: { ...range, length: text.length },
    });
  }
  await expect(api.coding.apply({ versionId, start: 0, end: 4, codeIds: [99] })).rejects.toMatchObject({
    code: 'not-found',
    detail: { what: 'code' },
  });
  await expect(api.coding.apply({ versionId: 99, start: 0, end: 4, codeIds })).rejects.toMatchObject({
    code: 'not-found',
    detail: { what: 'transcript' },
  });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toEqual([]);
});

test('widens a range to whole graphemes', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const family = range('👩‍👩‍👧‍👦');
  const [made] = await api.coding.apply({
    versionId: transcript.versionId,
    start: family.start + 3,
    end: family.end - 1,
    codeIds: [code.ties],
  });
  expect(made).toMatchObject(family);
  const combined = range('e\u0301');
  await api.coding.moveEdges({ id: made!.id, start: family.start, end: combined.start + 1 });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toMatchObject([
    { start: family.start, end: combined.end },
  ]);
});

test('marks a pole, writes a memo, moves the edges and removes; all of it can be undone', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('neither could I'),
    codeIds: [code.ties],
  });
  const { id } = coding!;
  const before = dumpProject(path);
  await api.coding.change({ id, weight: -1 });
  await api.coding.change({ id, memo: 'A négative case' });
  await api.coding.moveEdges({ id, ...range('neither could I. We') });
  expect(await api.coding.byIds({ ids: [id] })).toMatchObject([
    { weight: -1, memo: 'A négative case', ...range('neither could I. We') },
  ]);
  await api.coding.remove({ ids: [id] });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toEqual([]);
  const { entries } = await api.history.list({});
  expect(entries.slice(0, 4).map(({ label }) => label)).toEqual([
    'Remove “neither could I. We” as Ties',
    'Move the edges of “neither could I. We” as Ties',
    'Write a memo on “neither could I” as Ties',
    'Mark the pole of “neither could I” as Ties',
  ]);
  for (let step = 0; step < 4; step += 1) await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('an edge cannot be moved onto the same code on the same passage', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time] });
  const [second] = await api.coding.apply({ versionId, ...range('keep up, and'), codeIds: [code.time] });
  await expect(api.coding.moveEdges({ id: second!.id, ...range('keep up') })).rejects.toMatchObject({
    code: 'coding-exists',
  });
  await api.coding.moveEdges({ id: second!.id, ...range('keep up, and') });
});

test('nobody changes the coding of somebody else', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const passage = { versionId: transcript.versionId, ...range('keep up'), codeIds: [code.time] };
  const [annas] = await api.coding.apply(passage);
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  const refusal = { code: 'not-your-coding', detail: { coder: 'Anna' } };
  const { id } = annas!;
  await expect(api.coding.remove({ ids: [id] })).rejects.toMatchObject(refusal);
  await expect(api.coding.change({ id, memo: 'x' })).rejects.toMatchObject(refusal);
  await expect(api.coding.moveEdges({ id, ...range('keep up, and') })).rejects.toMatchObject(refusal);

  const [brams] = await api.coding.apply(passage);
  await expect(api.coding.remove({ ids: [brams!.id, id] })).rejects.toMatchObject(refusal);
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toEqual([annas, brams]);
  expect((await api.coding.layers({})).map(({ name, own }) => [name, own])).toEqual([
    ['Anna', false],
    ['Bram', true],
  ]);
});

test('a removed coding takes its place in the evidence with it, and undo brings both back', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work.'),
    codeIds: [code.work],
  });
  const matrixId = await api.matrices.create({ name: 'Work' });
  const columnId = await api.matrices.addColumn({ matrixId, title: 'Work', codeIds: [code.work] });
  const rowKey = await rowOfCase(api, transcript.participantId!);
  await api.matrices.writeSummary({ columnId, rowKey, summary: 'Shares work' });
  await api.matrices.setEvidence({ columnId, rowKey, codingIds: [coding!.id], stance: 'supports' });
  const before = dumpProject(path);
  expect(before['cell_evidence']).toHaveLength(1);
  await api.coding.remove({ ids: [coding!.id] });
  expect(dumpProject(path)).toMatchObject({ cell_evidence: [], coding: [] });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('a quotation is exactly the text of its range, and no grapheme is cut', async () => {
  const { api, code, addTranscript } = await startCodedStudy();
  let number = 1;
  await fc.assert(
    fc.asyncProperty(
      interviewText.filter((text) => /\p{L}/u.test(text) && !text.includes('\0')),
      fc.infiniteStream(fc.nat()),
      async (sample, numbers) => {
        number += 1;
        const transcript = await addTranscript(`N${number}`, `T01: ${sample} end`, `N${number}`);
        const { text } = transcript;
        const boundaries = new Set([text.length]);
        for (const { index } of new Intl.Segmenter('und').segment(text)) boundaries.add(index);
        const [range] = fc.sample(rangeOf(text), { numRuns: 1, seed: numbers.next().value });
        await api.coding.apply({ versionId: transcript.versionId, ...range!, codeIds: [code.ties] });
        const { fragments, total } = await api.coding.fragments({
          codeIds: [code.ties],
          participantId: transcript.participantId,
        });
        expect(total).toBe(1);
        const { start, end, quotation } = fragments[0]!;
        expect(quotation).toBe(text.slice(start, end));
        expect([boundaries.has(start), boundaries.has(end)]).toEqual([true, true]);
        expect(start <= range!.start && end >= range!.end).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
