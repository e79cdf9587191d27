import { expect, test } from 'vitest';
import type { CellId } from '#shared/ids.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

async function cellIdOf(study: CheckedStudy, code: string): Promise<CellId> {
  const { cellId } = await study.cell(code);
  if (cellId === null) throw new Error('nothing is written there');
  return cellId;
}

async function coderNamed(study: CheckedStudy, name: string) {
  const coder = (await study.api.project.coders({})).find((one) => one.name === name);
  if (coder === undefined) throw new Error(`no coder ${name}`);
  return coder.id;
}

/** Anna has written two cells and asked Ben to check them; Ben sits down. */
async function askedBen(mode: 'open' | 'own summary' | 'own rating' = 'open') {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  await study.write('T02', 'No time.');
  const cellIds = [await cellIdOf(study, 'T01'), await cellIdOf(study, 'T02')];
  const given = await study.api.checking.assign({ cellIds, checkerId: await coderNamed(study, 'Ben'), mode });
  expect(given).toEqual({ assigned: 2, own: 0, without: 0 });
  await study.sitDown('Ben');
  const [cellUid, secondUid] = (await study.api.checking.queue({})).items.map((item) => item.cellUid);
  if (cellUid === undefined || secondUid === undefined) throw new Error('two cells are to be checked');
  return { study, cellUid, secondUid };
}

const tasks = async ({ api }: CheckedStudy) =>
  (await api.checking.queue({})).items.map(({ row, column, task, isAgain }) => [row, column, task, isAgain]);

test('nobody is asked to check what they wrote, nor cells without a summary', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  const cellIds = [await cellIdOf(study, 'T01')];
  await expect(
    study.api.checking.assign({ cellIds, checkerId: await coderNamed(study, 'Anna') }),
  ).rejects.toMatchObject({ code: 'checker-is-author' });
  await study.sitDown('Ben');
  await study.write('T02', 'No time.');
  const both = [...cellIds, await cellIdOf(study, 'T02')];
  expect(
    await study.api.checking.assign({ cellIds: both, checkerId: await coderNamed(study, 'Ben') }),
  ).toEqual({ assigned: 1, own: 1, without: 0 });
  const { cellUid } = await study.cell('T02');
  await expect(
    study.api.checking.giveVerdict({ cellUid: cellUid ?? '', verdict: 'agree' }),
  ).rejects.toMatchObject({
    code: 'checker-is-author',
  });
});

test('the queue of the checker holds what is to be checked, and shrinks as it is', async () => {
  const { study, cellUid } = await askedBen();
  expect(await tasks(study)).toEqual([
    ['T01', 'Time', 'check', false],
    ['T02', 'Time', 'check', false],
  ]);
  await study.api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  expect(await tasks(study)).toEqual([['T02', 'Time', 'check', false]]);
  expect(await study.state('T01')).toBe('checked');
  await study.sitDown('Anna');
  expect(await tasks(study)).toEqual([]);
});

test('a difference needs a note, is answered by the author and settled; all of it is kept', async () => {
  const { study, cellUid } = await askedBen();
  const { api } = study;
  await expect(api.checking.giveVerdict({ cellUid, verdict: 'minor' })).rejects.toMatchObject({
    code: 'verdict-without-note',
  });
  await api.checking.giveVerdict({ cellUid, verdict: 'minor', note: 'And the colleagues?' });
  const checkId = (await study.cell('T01')).checks[0]!.id;
  expect(await study.state('T01')).toBe('disputed');
  await expect(api.checking.answer({ checkId, answer: 'Yes' })).rejects.toMatchObject({
    code: 'not-your-answer',
  });
  await study.sitDown('Anna');
  expect(await tasks(study)).toEqual([['T01', 'Time', 'answer', false]]);
  await api.checking.answer({ checkId, answer: 'They are in the next column.' });
  expect(await tasks(study)).toEqual([]);
  await study.sitDown('Ben');
  expect(await tasks(study)).toContainEqual(['T01', 'Time', 'settle', false]);
  await expect(api.checking.resolve({ checkId, resolution: ' ' })).rejects.toMatchObject({
    code: 'resolution-empty',
  });
  await api.checking.resolve({ checkId, resolution: 'Agreed: kept as it is.' });
  expect(await study.state('T01')).toBe('checked');
  const { checks } = await study.cell('T01');
  expect(checks).toMatchObject([
    {
      checker: 'Ben',
      verdict: 'minor',
      note: 'And the colleagues?',
      summary: 'It takes time.',
      answer: 'They are in the next column.',
      answeredBy: 'Anna',
      resolution: 'Agreed: kept as it is.',
      resolvedBy: 'Ben',
      isCurrent: true,
    },
  ]);
});

test('a change of the cell after its check makes it ready again, and the old verdict history', async () => {
  const { study, cellUid } = await askedBen();
  const { api } = study;
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  await study.sitDown('Anna');
  await api.checking.mark({
    places: [{ columnId: study.time, rowKey: await study.row('T01') }],
    mark: 'ready',
  });
  expect(await study.state('T01')).toBe('checked');
  await study.write('T01', 'It takes much time.');
  expect(await study.state('T01')).toBe('ready');
  expect((await study.cell('T01')).checks).toMatchObject([{ verdict: 'agree', isCurrent: false }]);
  await study.sitDown('Ben');
  expect(await tasks(study)).toContainEqual(['T01', 'Time', 'check', true]);
  await study.sitDown('Anna');
  await api.history.undo({});
  expect(await study.state('T01')).toBe('checked');
});

test('evidence that is attached after the check reopens it too; so does a confirmed change of the inputs', async () => {
  const { study, cellUid } = await askedBen();
  const { api } = study;
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  await study.sitDown('Anna');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  const { fragments } = await api.matrices.cell(place);
  await api.matrices.setEvidence({ ...place, codingIds: [fragments[0]!.id], stance: 'contradicts' });
  expect(await study.state('T01')).toBe('draft');
  await api.history.undo({});
  expect(await study.state('T01')).toBe('checked');
  await study.code('T01', 'I like that.', study.codes.time);
  expect(await study.state('T01')).toBe('stale');
  await api.checking.confirm(place);
  expect(await study.state('T01')).toBe('draft');
});

test('who was asked for an own summary first is not sent the author’s before it is written', async () => {
  const { study, cellUid } = await askedBen('own summary');
  const { api } = study;
  const before = await api.checking.toCheck({ cellUid });
  expect(before.claim).toBeNull();
  expect(JSON.stringify(before)).not.toContain('It takes time.');
  expect(before.evidence.map(({ quotation }) => quotation)).toEqual(['It takes a lot of time.']);
  await expect(api.checking.giveVerdict({ cellUid, verdict: 'agree' })).rejects.toMatchObject({
    code: 'own-first',
  });
  await api.checking.writeOwn({ cellUid, summary: 'Time is short.' });
  const after = await api.checking.toCheck({ cellUid });
  expect(after.claim).toEqual({ summary: 'It takes time.', rating: null });
  expect(after.own).toEqual({ summary: 'Time is short.', rating: null });
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  expect((await study.cell('T01')).checks).toMatchObject([
    { ownSummary: 'Time is short.', verdict: 'agree' },
  ]);
});

test('the overview counts cells, checkers and open differences', async () => {
  const { study, cellUid, secondUid } = await askedBen();
  const { api, matrixId } = study;
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  await api.checking.giveVerdict({ cellUid: secondUid, verdict: 'major', note: 'He says the opposite.' });
  expect(await api.checking.overview({ matrixId })).toMatchObject({
    claims: 2,
    checked: 1,
    disputed: 1,
    unassigned: 0,
    checkers: [{ checker: 'Ben', assigned: 2, checked: 2, agree: 1, minor: 0, major: 1, open: 1 }],
    differences: [{ name: 'T02 × Time', checker: 'Ben', verdict: 'major', note: 'He says the opposite.' }],
  });
});

test('sentences of a summary are linked to fragments, and keep their links when the summary is edited', async () => {
  const study = await checkedStudy();
  const { api } = study;
  await study.write('T01', 'It takes a lot of her time. She likes it.');
  const cellId = await cellIdOf(study, 'T01');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  const [fragment] = (await api.matrices.cell(place)).fragments;
  await api.checking.linkSentence({
    cellId,
    sentence: 'It takes a lot of her time.',
    codingIds: [fragment!.id],
  });
  await study.write('T01', 'She likes it. It takes a lot of her free time.');
  const linked = async () =>
    (await study.cell('T01')).sentences.map(({ text, codingIds, start }) => [text, codingIds.length, start]);
  expect(await linked()).toEqual([
    ['She likes it.', 0, 0],
    ['It takes a lot of her free time.', 1, 14],
  ]);
  await study.write('T01', 'She likes it. Money matters.');
  expect(await linked()).toEqual([
    ['She likes it.', 0, 0],
    ['Money matters.', 0, 14],
    ['It takes a lot of her free time.', 1, null],
  ]);
  await api.checking.moveLinks({ cellId, from: 'It takes a lot of her free time.', to: 'Money matters.' });
  expect(await linked()).toEqual([
    ['She likes it.', 0, 0],
    ['Money matters.', 1, 14],
  ]);
  await api.coding.remove({ ids: [fragment!.id] });
  expect((await study.cell('T01')).sentences[1]).toMatchObject({ codingIds: [], gone: 1 });
  await expect(
    api.checking.linkSentence({ cellId, sentence: 'Not said.', codingIds: [fragment!.id] }),
  ).rejects.toMatchObject({ code: 'sentence-not-found' });
});
