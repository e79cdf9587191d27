import { expect, test } from 'vitest';
import { startCodedStudy } from './coded-study.ts';

test('a fragment knows its words, its case, its turn and its section', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work.'),
    codeIds: [code.tempo],
    weight: null,
  });
  const { total, fragments } = await api.coding.fragments({ codeIds: [code.work] });
  expect(total).toBe(1);
  expect(fragments).toEqual([
    {
      ...coding,
      versionId: transcript.versionId,
      transcriptId: transcript.id,
      transcriptTitle: 'T01',
      participantId: transcript.participantId,
      participantCode: 'T01',
      coderName: 'Anna',
      quotation: 'We shared the work.',
      speaker: 'T01',
      turnNumber: 2,
      firstLine: 4,
      lastLine: 4,
      sectionTitle: 'Background',
    },
  ]);
  expect(await api.coding.fragments({ codeIds: [code.work], descendants: false })).toEqual({
    total: 0,
    fragments: [],
  });
});

test('a fragment across turns belongs to the first of them', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const across = { start: range('How do you').start, end: range('We shared').end };
  await api.coding.apply({ versionId, ...across, codeIds: [code.ties] });
  await api.coding.apply({ versionId, ...range('# Interview'), codeIds: [code.ties] });
  await api.coding.apply({ versionId, ...range('T01: Now it'), codeIds: [code.ties] });
  const { fragments } = await api.coding.fragments({ codeIds: [code.ties] });
  expect(
    fragments.map(({ speaker, turnNumber, sectionTitle }) => [speaker, turnNumber, sectionTitle]),
  ).toEqual([
    [null, null, null],
    ['I', 1, 'Background'],
    ['T01', 4, 'Networks'],
  ]);
});

test('fragments come in the order of cases and text, page by page', async () => {
  const study = await startCodedStudy();
  const { api, code } = study;
  const transcripts = [
    study.transcript,
    await study.addTranscript('T02', 'T02: One two three four five six.', 'T02'),
    await study.addTranscript('Loose', 'X: Nobody is linked to this one.', ''),
    await study.addTranscript('T01 again', 'T01: Second interview of the first case.', 'T01'),
  ];
  for (const { versionId, turns } of transcripts.toReversed()) {
    const { start } = turns.at(-1)!;
    for (const offset of [4, 0, 8]) {
      await api.coding.apply({
        versionId,
        start: start + offset,
        end: start + offset + 3,
        codeIds: [code.time],
      });
    }
  }
  const all = await api.coding.fragments({ codeIds: [code.time] });
  expect(all.total).toBe(12);
  expect(all.fragments.map(({ transcriptTitle }) => transcriptTitle)).toEqual(
    ['T01', 'T01 again', 'T02', 'Loose'].flatMap((title) => [title, title, title]),
  );
  for (const { quotation, start, end, transcriptId } of all.fragments) {
    const { text } = await api.transcripts.get({ id: transcriptId });
    expect(quotation).toBe(text.slice(start, end));
  }
  for (const limit of [1, 2, 5, 7]) {
    const pages = [];
    for (let offset = 0; offset < 12; offset += limit) {
      const page = await api.coding.fragments({ codeIds: [code.time], offset, limit });
      expect(page.total).toBe(12);
      pages.push(...page.fragments);
    }
    expect(pages).toEqual(all.fragments);
  }
});

test('fragments of one layer or one case alone', async () => {
  const study = await startCodedStudy();
  const { api, code, range, transcript } = study;
  const other = await study.addTranscript('T02', 'T02: One two three.', 'T02');
  const { versionId } = transcript;
  await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time] });
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  await api.coding.apply({ versionId, ...range('keep up'), codeIds: [code.time] });
  await api.coding.apply({ versionId: other.versionId, start: 5, end: 8, codeIds: [code.time] });

  const coders = async (scope: object) =>
    (await api.coding.fragments({ codeIds: [code.time], ...scope })).fragments.map(
      ({ coderName, participantCode }) => `${coderName} ${participantCode}`,
    );
  expect(await coders({})).toEqual(['Anna T01', 'Bram T01', 'Bram T02']);
  expect(await coders({ layerId: bram.layerId })).toEqual(['Bram T01', 'Bram T02']);
  expect(await coders({ participantId: other.participantId })).toEqual(['Bram T02']);
});
