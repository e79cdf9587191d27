import { expect, test } from 'vitest';
import { startCodedStudy } from './coded-study.ts';

test('a coding carries certainty, a good quotation, and a translation with who made it', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const [coding] = await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.ties] });
  const { id } = coding!;
  await api.coding.change({ id, certainty: 1 });
  await api.coding.change({ id, goodQuotation: true });
  await api.coding.change({ id, translation: 'bijhouden' });
  const { fragments } = await api.coding.fragments({ codeIds: [code.ties] });
  expect(fragments).toMatchObject([
    { certainty: 1, goodQuotation: true, translation: 'bijhouden', translator: 'Anna' },
  ]);
  const { entries } = await api.history.list({ limit: 3 });
  expect(entries.map(({ label }) => label)).toEqual([
    'Translate “keep up” as Ties',
    'Mark “keep up” as Ties as a good quotation',
    'Say how sure “keep up” as Ties is',
  ]);
  await api.coding.change({ id, translation: '', certainty: null, goodQuotation: false });
  expect(await api.coding.byIds({ ids: [id] })).toMatchObject([
    { certainty: null, goodQuotation: false, translation: '', translator: null },
  ]);
});

test('one stay in the memo is one step of undo, and of the history of the coding', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const [coding] = await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.ties] });
  const { id } = coding!;
  for (const memo of ['W', 'Wh', 'Why?']) await api.coding.change({ id, memo, typing: 'memo 1' });
  await api.coding.change({ id, weight: 1 });
  await api.coding.moveEdges({ id, start: range('keep up').start, end: range('keep up').end + 5 });
  await api.history.undo({});
  expect(await api.coding.historyOf({ id })).toMatchObject([
    { kind: 'made', state: 'done', coderName: 'Anna', label: 'Code “keep up” as Ties', fields: [] },
    { kind: 'changed', state: 'done', fields: [{ field: 'memo', before: '', after: 'Why?' }] },
    { kind: 'changed', state: 'done', fields: [{ field: 'weight', before: null, after: 1 }] },
    {
      kind: 'changed',
      state: 'undone',
      fields: [{ field: 'end', before: range('keep up').end, after: range('keep up').end + 5 }],
    },
  ]);
  await api.history.undo({});
  await api.history.undo({});
  expect(await api.coding.byIds({ ids: [id] })).toMatchObject([{ memo: '', weight: null }]);
});

test('everybody says for themselves that they are done with a transcript', async () => {
  const { api, transcript } = await startCodedStudy();
  const transcriptId = transcript.id;
  await api.coding.markFinished({ transcriptId });
  await api.coding.markFinished({ transcriptId });
  await api.project.chooseCoder({ coderId: (await api.project.addCoder({ name: 'Ben' })).id });
  await api.coding.markFinished({ transcriptId });
  expect(await api.coding.finished({ transcriptId })).toMatchObject([
    { coderName: 'Anna', own: false },
    { coderName: 'Ben', own: true },
  ]);
  expect(await api.transcripts.list({})).toMatchObject([{ finishedBy: ['Anna', 'Ben'] }]);
  await api.coding.unmarkFinished({ transcriptId });
  expect(await api.transcripts.list({})).toMatchObject([{ finishedBy: ['Anna'] }]);
  await api.history.undo({});
  expect(await api.transcripts.list({})).toMatchObject([{ finishedBy: ['Anna', 'Ben'] }]);
  await api.transcripts.remove({ id: transcriptId });
  await api.history.undo({});
  expect(await api.transcripts.list({})).toMatchObject([{ finishedBy: ['Anna', 'Ben'] }]);
});

test('the place where somebody reads, and the codes of the digits, are kept on this machine, and are no change of the project', async () => {
  const { api, transcript, addTranscript } = await startCodedStudy();
  const other = await addTranscript('T02', 'I: And you?\n\nT02: Me too.\n', 'T02');
  const steps = (await api.history.list({})).entries.length;
  expect(await api.coding.readingPosition({ transcriptId: transcript.id })).toBeNull();
  await api.coding.rememberPosition({ transcriptId: transcript.id, position: 40 });
  await api.coding.rememberPosition({ transcriptId: other.id, position: 99_999 });
  const code = await api.codebook.create({ parentId: null, name: 'On a key' });
  await api.coding.rememberPins({ pins: [null, code] });
  const { path } = (await api.project.current({}))!;
  await api.project.close({});
  await api.project.open({ path });
  expect(await api.coding.pins({})).toEqual([null, code]);
  expect(await api.coding.readingPosition({ transcriptId: transcript.id })).toBe(40);
  expect(await api.coding.readingPosition({ transcriptId: other.id })).toBe(other.text.length);
  // The code was one.
  expect((await api.history.list({})).entries).toHaveLength(steps + 1);
});
