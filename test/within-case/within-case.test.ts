import { expect, test } from 'vitest';
import { startExportStudy } from '#test/export/export-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

async function caseStudy() {
  const study = await startExportStudy();
  const { api, code, matrixId } = study;
  const shared = await study.apply('T01', 'We shared the work.', code.work);
  const family = await study.apply('T01', '👩‍👩‍👧‍👦 we are', code.ties, 1);
  await study.summarise('T01', 0, 'Shares the work.');
  const { columns } = await api.matrices.get({ id: matrixId });
  const participantId = await study.participant('T01');
  await api.matrices.setEvidence({
    columnId: columns[0]!.id,
    rowKey: await rowOfCase(api, participantId),
    codingIds: [shared],
    stance: 'supports',
  });
  return { ...study, participantId, shared, family };
}

test('a sheet has the themes of the matrix with fragments, poles, evidence and the summary of the cell', async () => {
  const { api, participantId, matrixId, shared, family } = await caseStudy();
  const sheet = await api.withinCase.sheet({ participantId, source: { kind: 'matrix', matrixId } });
  expect(sheet.code).toBe('T01');
  expect(sheet.values).toEqual([
    { name: 'school', value: 'North' },
    { name: 'years', value: '100' },
  ]);
  expect(
    sheet.themes.map(({ title, fragmentIds, summary, evidence }) => ({
      title,
      fragmentIds,
      summary,
      evidence,
    })),
  ).toEqual([
    {
      title: 'Work',
      fragmentIds: [shared],
      summary: 'Shares the work.',
      evidence: [{ codingId: shared, stance: 'supports' }],
    },
    { title: 'Time & ties', fragmentIds: [family], summary: '', evidence: [] },
  ]);
  expect(sheet.themes[1]!.poles).toMatchObject([{ code: 'Ties', low: 0, high: 1, unmarked: 0 }]);
  expect(sheet.fragments.map(({ id, uses }) => [id, uses])).toEqual([
    [shared, 1],
    [family, 0],
  ]);
});

test('a summary written in the matrix is the summary of the sheet, and the other way round', async () => {
  const { api, participantId, matrixId } = await caseStudy();
  const source = { kind: 'matrix', matrixId } as const;
  const { themes: before, rowKey } = await api.withinCase.sheet({ participantId, source });
  const [, ties] = before;
  await api.matrices.writeSummary({ columnId: ties!.columnId!, rowKey, summary: 'A family.' });
  const { themes } = await api.withinCase.sheet({ participantId, source });
  expect(themes[1]).toMatchObject({ summary: 'A family.', authorName: 'Anna' });
});

test('a theme says how far its cell has come, and what was judged where the column asks for that', async () => {
  const { api, participantId, matrixId, code } = await caseStudy();
  const source = { kind: 'matrix', matrixId } as const;
  const rating = await api.matrices.addColumn({
    matrixId,
    title: 'Shares',
    codeIds: [code.work],
    kind: 'rating',
    poleLow: 'never',
    poleHigh: 'always',
  });
  const { rowKey, themes: before } = await api.withinCase.sheet({ participantId, source });
  const columnId = before[1]!.columnId!;
  expect(before.map(({ state, judgement }) => [state, judgement?.rating])).toEqual([
    ['draft', undefined],
    ['not summarised', undefined],
    ['not summarised', null],
  ]);
  await api.checking.mark({ places: [{ columnId, rowKey }], mark: 'nothing said' });
  await api.matrices.judge({ columnId: rating, rowKey, rating: '2', rationale: 'Says so twice.' });
  const { themes } = await api.withinCase.sheet({ participantId, source });
  expect(themes.map(({ state }) => state)).toEqual(['draft', 'nothing said', 'draft']);
  expect(themes[2]!.judgement).toEqual({
    kind: 'rating',
    poleLow: 'never',
    poleHigh: 'always',
    rating: '2',
    symbol: null,
    rationale: 'Says so twice.',
  });
});

test('themes come from one or two levels of the codebook too, and then have no cell', async () => {
  const { api, participantId } = await caseStudy();
  const titles = async (levels: 1 | 2) =>
    (await api.withinCase.sheet({ participantId, source: { kind: 'codebook', levels } })).themes.map(
      ({ title, columnId, fragmentIds }) => [title, columnId, fragmentIds.length],
    );
  expect(await titles(1)).toEqual([
    ['Work', null, 1],
    ['Ties', null, 1],
  ]);
  expect(await titles(2)).toEqual([
    ['Time', null, 0],
    ['Ties', null, 1],
  ]);
});

test('says what was asked and came to nothing, and what nobody coded', async () => {
  const { api, participantId, matrixId } = await caseStudy();
  const sheet = await api.withinCase.sheet({ participantId, source: { kind: 'matrix', matrixId } });
  expect(sheet.questions.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['How do you keep up?', 'coded'],
    ['And now?', 'coded'],
  ]);
  expect(sheet.parts.map(({ title, outcome }) => [title, outcome])).toEqual([
    ['Work', 'coded'],
    ['Ties', 'coded'],
  ]);
  const { text } = await api.transcripts.get({ id: sheet.transcripts[0]!.id });
  for (const passage of sheet.uncoded)
    expect(text.slice(passage.start, passage.end).trim()).toBe(passage.text);
  expect(sheet.uncoded.map((passage) => passage.text)).toEqual([
    'She could not keep up.',
    'We did, too. =SUM(A1:A9) is what I call it.',
    'Now it is better.',
    'a cafe\u0301.',
  ]);
});

test('a narrative is kept as it is typed, is one step of undo, is found by search, and goes with its case', async () => {
  const { api, participantId, matrixId } = await caseStudy();
  for (const text of ['She ', 'She keeps up. ', 'She keeps up.\n\nZoë does not. '])
    await api.withinCase.writeNarrative({ participantId, text, typing: 'stay' });
  const narrative = async () =>
    (await api.withinCase.sheet({ participantId, source: { kind: 'matrix', matrixId } })).narrative;
  expect(await narrative()).toMatchObject({ text: 'She keeps up.\n\nZoë does not. ', authorName: 'Anna' });
  expect((await api.withinCase.cases({})).filter(({ hasNarrative }) => hasNarrative)).toMatchObject([
    { code: 'T01', transcripts: 1 },
  ]);
  const groups = await api.search.find({ text: 'zoe', fields: ['cells'] });
  expect(groups.flatMap(({ hits }) => hits)).toMatchObject([
    { place: { kind: 'case', participantId }, heading: 'T01', part: 'Narrative' },
  ]);
  await api.history.undo({});
  expect((await narrative()).text).toBe('');
  await api.history.redo({});
  await api.participants.remove({ id: participantId });
  await expect(narrative()).rejects.toMatchObject({ code: 'not-found' });
  await api.history.undo({});
  expect((await narrative()).text).toContain('Zoë');
});

test('a part that the other interviews have and this one has not was not asked', async () => {
  const { api, offer } = await caseStudy();
  for (const title of ['T11', 'T12']) {
    const file = offer(
      `${title}.txt`,
      `## Work\n\nI: So?\n\n${title}: Yes, this is what I do.\n\n## Money\n\nI: And?\n\n${title}: None at all.\n`,
    );
    await api.transcripts.import({ items: [{ file, title, participantCode: title }] });
  }
  const cases = await api.withinCase.cases({});
  const of = async (code: string) => {
    const { participantId } = cases.find((item) => item.code === code)!;
    return (await api.withinCase.sheet({ participantId, source: { kind: 'codebook' } })).notAsked;
  };
  // T01 has Work and Ties; T02 and T10 have no parts at all.
  expect(await of('T01')).toEqual(['Money']);
  expect(await of('T11')).toEqual([]);
});
