import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { AttributeId, CodingId } from '#shared/ids.ts';
import { linksOf } from '#shared/memos/rich-text.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';
import { dumpProject } from '#test/support/dump-project.ts';

interface ComparedStudy extends CodedStudy {
  /** Two fragments of T01, one of T02 (who works at the same school) and one of T03 (who does not). */
  readonly coding: Readonly<Record<'first' | 'second' | 'colleague' | 'stranger', CodingId>>;
  readonly school: AttributeId;
  readonly path: string;
}

/** All coded as Tempo by Anna. */
async function startComparedStudy(): Promise<ComparedStudy> {
  const study = await startCodedStudy();
  const { api, code } = study;
  const apply = async (words: string, { versionId, text } = study.transcript): Promise<CodingId> => {
    const start = text.indexOf(words);
    const made = await api.coding.apply({
      versionId,
      start,
      end: start + words.length,
      codeIds: [code.tempo],
    });
    return must(made[0], 'one code was applied').id;
  };
  const said = (who: string, words: string) => study.addTranscript(who, `I: And?\n\n${who}: ${words}\n`, who);
  const coding = {
    first: await apply('She could not keep up'),
    second: await apply('We shared the work.'),
    colleague: await apply('It went fast.', await said('T02', 'It went fast.')),
    stranger: await apply('It went slowly.', await said('T03', 'It went slowly.')),
  };
  const school = await api.participants.addAttribute({ name: 'School', type: 'text' });
  const { participants } = await api.participants.table({});
  for (const { id, code: name } of participants) {
    await api.participants.setValue({
      participantId: id,
      attributeId: school,
      value: name === 'T03' ? 'B' : 'A',
    });
  }
  const { path } = must(await api.project.current({}), 'a project is open');
  return { ...study, coding, school, path };
}

test('a verdict is kept with what was compared, by the cases and the attribute', async () => {
  const { api, code, coding, school } = await startComparedStudy();
  const judge = (otherId: CodingId | null, attributeId: AttributeId | null) =>
    api.constantComparison.judge({
      codeId: code.tempo,
      codingId: coding.first,
      otherId,
      attributeId,
      verdict: 'fits',
    });
  await judge(coding.second, school);
  await judge(coding.colleague, school);
  await judge(coding.stranger, school);
  await judge(null, null);
  const found = await api.constantComparison.ofCode({ codeId: code.tempo });
  expect(found.map(({ otherId, verdict, kind }) => [otherId, verdict, kind])).toEqual([
    [coding.second, 'fits', 'within case'],
    [coding.colleague, 'fits', 'within group'],
    [coding.stranger, 'fits', 'between groups'],
    [null, 'fits', 'within group'],
  ]);
});

test('a fragment that stands alone is compared with theory; other coders judge for themselves', async () => {
  const { api, code, range, transcript } = await startComparedStudy();
  const [alone] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('Now it is better.'),
    codeIds: [code.ties],
  });
  const pair = { codeId: code.ties, codingId: alone!.id };
  await api.constantComparison.judge({ ...pair, verdict: 'stretches' });
  expect(await api.constantComparison.ofCode({ codeId: code.ties })).toMatchObject([
    { codingId: alone!.id, otherId: null, verdict: 'stretches', kind: 'with theory' },
  ]);
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  expect(await api.constantComparison.ofCode({ codeId: code.ties })).toEqual([]);
  expect(await api.constantComparison.queue({ codeId: code.ties })).toEqual([]);
});

test('a second verdict replaces the first, null takes it back, and undo restores each', async () => {
  const { api, code, coding, path } = await startComparedStudy();
  const pair = { codeId: code.tempo, codingId: coding.first, otherId: coding.stranger };
  const verdicts = async () =>
    (await api.constantComparison.ofCode({ codeId: code.tempo })).map(({ verdict }) => verdict);
  const before = dumpProject(path);
  await api.constantComparison.judge({ ...pair, verdict: 'fits' });
  await api.constantComparison.judge({ ...pair, verdict: 'does not fit' });
  expect(await verdicts()).toEqual(['does not fit']);
  const { entries } = await api.history.list({});
  expect(entries[0]?.label).toBe(
    '“She could not keep up” as Tempo compared with another fragment: does not fit',
  );
  await api.constantComparison.judge({ ...pair, verdict: null });
  expect(await verdicts()).toEqual([]);
  await api.history.undo({});
  expect(await verdicts()).toEqual(['does not fit']);
  await api.history.undo({});
  expect(await verdicts()).toEqual(['fits']);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await expect(
    api.constantComparison.judge({ ...pair, otherId: coding.first, verdict: 'fits' }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});

test('the queue holds own fragments that were not yet compared, oldest first', async () => {
  const { api, code, coding } = await startComparedStudy();
  const queue = () => api.constantComparison.queue({ codeId: code.tempo });
  expect(await queue()).toEqual([coding.first, coding.second, coding.colleague, coding.stranger]);
  await api.constantComparison.judge({ codeId: code.tempo, codingId: coding.second, verdict: 'fits' });
  expect(await queue()).toEqual([coding.first, coding.colleague, coding.stranger]);
  await api.history.undo({});
  expect(await queue()).toHaveLength(4);
});

test('a comparison memo says what it compares and links to both sides', async () => {
  const { api, code, coding, school } = await startComparedStudy();
  const pair = { codeId: code.tempo, codingId: coding.first, otherId: coding.stranger, attributeId: school };
  const memo = await api.memos.get({ id: await api.constantComparison.beginMemo(pair) });
  expect(memo).toMatchObject({
    class: 'comparison',
    comparison: 'between groups',
    about: { state: 'there', thing: { kind: 'coding', id: coding.first } },
  });
  expect(linksOf(memo.body).map(({ name }) => name)).toEqual([
    '“She could not keep up” as Tempo',
    '“It went slowly.” as Tempo',
  ]);
  const { mentions } = await api.memos.on({ target: { kind: 'coding', id: coding.stranger } });
  expect(mentions.map(({ id }) => id)).toEqual([memo.id]);
  const whole = await api.constantComparison.beginMemo({ codeId: code.tempo, codingId: coding.first });
  expect(linksOf((await api.memos.get({ id: whole })).body).map(({ kind }) => kind)).toEqual([
    'coding',
    'code',
  ]);
});

test('what does not fit gets a new code or another one in one step, and keeps what was found about it', async () => {
  const { api, code, coding, path } = await startComparedStudy();
  const pair = { codeId: code.tempo, codingId: coding.stranger };
  await api.constantComparison.judge({ ...pair, verdict: 'does not fit' });
  const before = dumpProject(path);
  const slow = await api.constantComparison.recode({
    codingId: coding.stranger,
    to: { newName: ' Slowness ' },
  });
  const made = (await api.codebook.list({})).find(({ id }) => id === slow);
  expect(made).toMatchObject({ name: 'Slowness', parentId: code.time, ownCodings: 1 });
  expect(await api.constantComparison.ofCode({ codeId: code.tempo })).toMatchObject([
    { verdict: 'does not fit' },
  ]);
  // Under its new code it has not been compared yet.
  expect(await api.constantComparison.queue({ codeId: slow })).toEqual([coding.stranger]);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.constantComparison.recode({ codingId: coding.stranger, to: { codeId: code.ties } });
  expect(await api.coding.byIds({ ids: [coding.stranger] })).toMatchObject([{ codeId: code.ties }]);
});

test('codings, codes and transcripts can be removed and merged after they were compared, and come back whole', async () => {
  const { api, code, coding, transcript, path } = await startComparedStudy();
  const { tempo } = code;
  await api.constantComparison.judge({
    codeId: tempo,
    codingId: coding.first,
    otherId: coding.stranger,
    verdict: 'fits',
  });
  await api.constantComparison.judge({ codeId: tempo, codingId: coding.stranger, verdict: 'stretches' });
  await api.constantComparison.noteSaturation({ transcriptId: transcript.id, note: 'All known' });
  const before = dumpProject(path);
  const removals = [
    () => api.coding.remove({ ids: [coding.stranger] }),
    () => api.codebook.remove({ id: code.work }),
    () => api.transcripts.remove({ id: transcript.id }),
    () => api.codebook.merge({ id: tempo, into: code.ties, keepDefinition: false }),
  ];
  for (const remove of removals) {
    await remove();
    expect(dumpProject(path)).not.toEqual(before);
    await api.history.undo({});
    expect(dumpProject(path)).toEqual(before);
  }
  await api.codebook.merge({ id: tempo, into: code.ties, keepDefinition: false });
  expect(await api.constantComparison.ofCode({ codeId: code.ties })).toHaveLength(2);
});

test('no new codes after a transcript is recorded per coder, shown in the history, and taken back', async () => {
  const { api, transcript, path } = await startComparedStudy();
  const before = dumpProject(path);
  const transcriptId = transcript.id;
  await api.constantComparison.noteSaturation({ transcriptId, note: '' });
  await api.constantComparison.noteSaturation({ transcriptId, note: ' Only known costs ' });
  expect(await api.constantComparison.saturation({})).toMatchObject([
    { transcriptId, coderName: 'Anna', note: 'Only known costs' },
  ]);
  expect((await api.history.list({})).entries[0]?.label).toBe('No new codes after “T01”');
  await api.constantComparison.noteSaturation({ transcriptId, note: null });
  expect(await api.constantComparison.saturation({})).toEqual([]);
  for (let step = 0; step < 3; step += 1) await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});
