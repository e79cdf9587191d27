import { expect, test } from 'vitest';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import { checkedStudy } from '#test/checking/checked-study.ts';

/** The words of the passage that is left out: the whole of what T01 says about time. */
const WORDS = 'It takes a lot of time.';

test('a passage that is left out counts in no matrix, and the cell that rested on it says so', async () => {
  const study = await checkedStudy();
  const { api } = study;
  const rowKey = await study.row('T01');
  const place = { columnId: study.time, rowKey };
  await study.write('T01', 'It takes time.');
  const [fragment] = (await api.matrices.cell(place)).fragments;
  const { matrixId } = study;
  const bySpeaker = await api.matrices.create({
    name: 'By role',
    rowKind: 'roles',
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  const countOf = async (id: typeof matrixId): Promise<number> =>
    (await api.matrices.get({ id })).cells
      .filter(({ columnId, rowKey: key }) => id !== matrixId || (columnId === study.time && key === rowKey))
      .reduce((sum, { count }) => sum + count, 0);
  const before = [await countOf(matrixId), await countOf(bySpeaker)];
  const transcript = (await api.transcripts.list({})).find(
    ({ participantCode }) => participantCode === 'T01',
  )!;
  const { versionId, participantId } = transcript;
  const { text } = await api.transcripts.get({ id: transcript.id });
  const start = text.indexOf(WORDS);
  expect(text.slice(fragment!.start, fragment!.end)).toBe(WORDS);

  // A passage that holds only a part of the coding takes nothing away.
  await api.transcripts.exclude({ versionId, start, end: start + 8 });
  expect([await countOf(matrixId), await countOf(bySpeaker)]).toEqual(before);
  await api.history.undo({});

  await api.transcripts.exclude({
    versionId,
    start: start - 2,
    end: start + WORDS.length,
    note: 'Off the record',
  });
  expect([await countOf(matrixId), await countOf(bySpeaker)]).toEqual(before.map((count) => count - 1));
  expect((await api.matrices.cell(place)).fragments).toEqual([]);
  const sheet = await api.withinCase.sheet({
    participantId: participantId!,
    source: { kind: 'matrix', matrixId },
  });
  expect(sheet.fragments.map(({ id }) => id)).not.toContain(fragment!.id);
  expect(await study.state('T01')).toBe('stale');
  expect((await study.cell('T01', study.time)).changes.map((change) => changeSentence(change).title)).toEqual(
    ['A fragment in T01 coded “Time” lies in a passage that is now left out of the analysis'],
  );

  await api.history.undo({});
  expect([await countOf(matrixId), await countOf(bySpeaker)]).toEqual(before);
  expect(await study.state('T01')).toBe('draft');
});
