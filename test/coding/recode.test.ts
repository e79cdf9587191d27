import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedStudy } from './coded-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

test('recoding keeps everything that was said of a coding; a pole only where the other code has poles', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work.'),
    codeIds: [code.ties],
    weight: 1,
  });
  await api.coding.change({
    id: coding!.id,
    memo: 'Together',
    certainty: 2,
    translation: 'Wij deelden het werk.',
  });
  const before = dumpProject(path);
  const recoded = await api.coding.recode({ ids: [coding!.id], codeId: code.work });
  expect(recoded).toMatchObject({
    together: 0,
    codings: [
      { id: coding!.id, codeId: code.work, weight: null, memo: 'Together', certainty: 2, translator: 'Anna' },
    ],
  });
  expect((await api.history.state({})).undo).toBe('Recode “We shared the work.” as Ties to Work');
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('recoding to a code that the passage has already leaves one coding, with the memo and evidence of both', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const [time, work] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work.'),
    codeIds: [code.time, code.work],
  });
  await api.coding.change({ id: time!.id, memo: 'Of time', goodQuotation: true, certainty: 1 });
  await api.coding.change({ id: work!.id, memo: 'Of work', certainty: 3 });
  const matrixId = await api.matrices.create({ name: 'Work' });
  const columnId = await api.matrices.addColumn({ matrixId, title: 'Work', codeIds: [code.work] });
  const rowKey = await rowOfCase(api, transcript.participantId!);
  await api.matrices.setEvidence({ columnId, rowKey, codingIds: [time!.id], stance: 'qualifies' });
  await api.memos.create({ title: 'On time', target: { kind: 'coding', id: time!.id } });
  const before = dumpProject(path);

  const { codings, together } = await api.coding.recode({ ids: [time!.id, work!.id], codeId: code.work });
  expect(together).toBe(1);
  expect(codings).toMatchObject([
    { id: work!.id, memo: 'Of work\n\nOf time', goodQuotation: true, certainty: 3 },
  ]);
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toHaveLength(1);
  expect(dumpProject(path)).toMatchObject({
    cell_evidence: [{ coding_id: work!.id, stance: 'qualifies' }],
    memo: [{ coding_id: work!.id }],
  });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('copying gives the passages another code as well, and counts those that have it', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const [one] = await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time] });
  const [two] = await api.coding.apply({ versionId, ...range('neither'), codeIds: [code.time, code.ties] });
  await api.coding.change({
    id: one!.id,
    memo: 'Of time',
    translation: 'bijhouden',
    goodQuotation: true,
    certainty: 1,
  });
  const ids = [one!.id, two!.id];
  expect(await api.coding.copyToCode({ ids, codeId: code.ties })).toMatchObject({
    together: 1,
    codings: [
      {
        ...range('keep up'),
        codeId: code.ties,
        memo: '',
        certainty: null,
        translation: 'bijhouden',
        translator: 'Anna',
        goodQuotation: true,
      },
    ],
  });
  expect((await api.history.state({})).undo).toBe('Copy 1 coding to Ties');
  await expect(api.coding.copyToCode({ ids, codeId: code.ties })).rejects.toMatchObject({
    code: 'coding-exists',
    detail: { code: 'Ties' },
  });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toHaveLength(4);
});

test("somebody else's codings are not recoded, copied, merged, split or extended: nothing changes", async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const passage = { versionId: transcript.versionId, ...range('We shared the work.') };
  const [annas] = await api.coding.apply({ ...passage, codeIds: [code.time] });
  await api.project.chooseCoder({ coderId: (await api.project.addCoder({ name: 'Ben' })).id });
  const [bens] = await api.coding.apply({ ...passage, codeIds: [code.time] });
  const before = dumpProject(path);
  const ids = [bens!.id, annas!.id];
  const refusal = { code: 'not-your-coding', detail: { coder: 'Anna' } };
  await expect(api.coding.recode({ ids, codeId: code.work })).rejects.toMatchObject(refusal);
  await expect(api.coding.copyToCode({ ids, codeId: code.work })).rejects.toMatchObject(refusal);
  await expect(api.coding.mergeAdjacent({ id: annas!.id })).rejects.toMatchObject(refusal);
  await expect(api.coding.split({ id: annas!.id, position: annas!.start + 3 })).rejects.toMatchObject(
    refusal,
  );
  await expect(api.coding.extend({ id: annas!.id, to: 'turn' })).rejects.toMatchObject(refusal);
  expect(dumpProject(path)).toEqual(before);
  // Recoding is about his own layer alone: Anna's coding of that code on that passage is no twin of his.
  await api.coding.recode({ ids: [bens!.id], codeId: code.work });
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toHaveLength(2);
});

test('an exclusive domain holds for recoding, copying and extending too', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  await api.codebook.saveDomain({ name: 'What it is about', codeIds: [code.work, code.ties] });
  const [time] = await api.coding.apply({ versionId, ...range('shared'), codeIds: [code.time] });
  await api.coding.apply({ versionId, ...range('shared the work'), codeIds: [code.ties] });
  const [work] = await api.coding.apply({ versionId, ...range('We'), codeIds: [code.work] });
  const ids = [time!.id];
  const refusal = { code: 'code-exclusive', detail: { code: 'Work', other: 'Ties' } };
  await expect(api.coding.recode({ ids, codeId: code.work })).rejects.toMatchObject(refusal);
  await expect(api.coding.copyToCode({ ids, codeId: code.work })).rejects.toMatchObject(refusal);
  await expect(api.coding.extend({ id: work!.id, to: 'sentence' })).rejects.toMatchObject(refusal);
  // The rival itself may become what it rivals with.
  const ties = (await api.coding.ofTranscript({ transcriptId: transcript.id })).find(
    ({ codeId }) => codeId === code.ties,
  );
  await api.coding.recode({ ids: [ties!.id], codeId: code.work });
});
