import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { cueQueue, nextOpen, progressOf, type Proposal } from '#shared/cues/cue-queue.ts';
import type { CodeId } from '#shared/ids.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';
import { dumpProject } from '#test/support/dump-project.ts';

async function startCuedStudy(...cues: string[]): Promise<
  CodedStudy & {
    queue(...codeIds: CodeId[]): Promise<readonly Proposal[]>;
    words(one: Proposal | undefined): string;
  }
> {
  const study = await startCodedStudy();
  await study.api.codebook.change({ id: study.code.tempo, cues });
  return {
    ...study,
    async queue(...codeIds) {
      const { places } = await study.api.cues.places({ codeIds });
      const { decisions, coded } = await study.api.cues.progress({ codeIds });
      return cueQueue(places, decisions, coded);
    },
    words: (one) => study.transcript.text.slice(one?.start, one?.end),
  };
}

test('proposes the sentences of the participant in which a form of the cue stands, and codes nothing', async () => {
  const { api, code, transcript, queue, words } = await startCuedStudy('keeping up', 'sharing');
  const found = await queue(code.tempo);
  expect(found.map(words)).toEqual(['She could not keep up, and neither could I.', 'We shared the work.']);
  expect(
    found.map(({ cues, hits }) => [cues, hits.map((hit) => transcript.text.slice(hit.start, hit.end))]),
  ).toEqual([
    [['keeping up'], ['keep up']],
    [['sharing'], ['shared']],
  ]);
  expect((await api.coding.ofTranscript({ transcriptId: transcript.id })).length).toBe(0);
  const { places } = await api.cues.places({ codeIds: [code.tempo], interviewer: true });
  expect(places.map(({ start, end }) => transcript.text.slice(start, end))[0]).toBe('How do you keep up?');
});

test('an accepted sentence, turn or other code is coded and decided in one step, which undo takes back', async () => {
  const { api, code, queue, words, transcript } = await startCuedStudy('keep', 'share', 'better');
  const { path } = must(await api.project.current({}), 'a project is open');
  const before = dumpProject(path);
  const [keep, share, better] = (await queue(code.tempo)).map(({ codeId, versionId, start, end }) => ({
    codeId,
    versionId,
    start,
    end,
  }));
  await api.cues.accept({ ...keep!, unit: 'sentence' });
  await api.cues.accept({ ...share!, unit: 'turn' });
  await api.cues.accept({ ...better!, unit: 'sentence', withCodeId: code.ties });
  const after = await queue(code.tempo);
  expect(after.map(({ outcome }) => outcome)).toEqual(['sentence', 'turn', 'other code']);
  expect(progressOf(after)).toEqual({ decided: 3, total: 3 });
  expect(
    (await api.coding.ofTranscript({ transcriptId: transcript.id })).map(({ start, end, codeId }) => [
      transcript.text.slice(start, end),
      codeId,
    ]),
  ).toEqual([
    ['She could not keep up, and neither could I. We shared the work.', code.tempo],
    ['She could not keep up, and neither could I.', code.tempo],
    ['Now it is better. 👩‍👩‍👧‍👦 we are a cafe\u0301.', code.ties],
  ]);
  await api.history.undo({});
  expect(words(nextOpen(await queue(code.tempo), null))).toMatch(/^Now it is better/);
  await api.history.undo({});
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('a passage that was skipped is not proposed again, to this coder; a later decision replaces it', async () => {
  const { api, code, queue } = await startCuedStudy('keep', 'share');
  const [first] = await queue(code.tempo);
  const { codeId, versionId, start, end } = first!;
  await api.cues.skip({ codeId, versionId, start, end });
  const { entries } = await api.history.list({});
  expect(entries[0]?.label).toBe('Skip “She could not keep up, and neither could…” for Tempo');
  expect((await queue(code.tempo)).map(({ outcome }) => outcome)).toEqual(['skipped', null]);
  await api.cues.accept({ codeId, versionId, start, end, unit: 'sentence' });
  expect((await queue(code.tempo)).map(({ outcome }) => outcome)).toEqual(['sentence', null]);

  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  expect((await queue(code.tempo)).map(({ outcome }) => outcome)).toEqual([null, null]);
});

test('what this coder coded with that code is left out, by whatever boundary', async () => {
  const { api, code, transcript, queue, words, range } = await startCuedStudy('keep', 'share');
  await api.coding.apply({
    versionId: transcript.versionId,
    ...range('could not keep'),
    codeIds: [code.tempo],
  });
  expect((await queue(code.tempo)).map(words)).toEqual(['We shared the work.']);
  await api.coding.apply({ versionId: transcript.versionId, ...range('We shared'), codeIds: [code.ties] });
  expect((await queue(code.tempo)).map(words)).toEqual(['We shared the work.']);
});

test('codes and transcripts can be removed, and codes merged, whatever was decided about them', async () => {
  const { api, code, transcript, queue } = await startCuedStudy('keep', 'share');
  const [first, second] = await queue(code.tempo);
  await api.cues.skip({
    codeId: code.tempo,
    versionId: first!.versionId,
    start: first!.start,
    end: first!.end,
  });
  await api.codebook.merge({ id: code.tempo, into: code.ties, keepDefinition: false });
  expect((await queue(code.ties)).map(({ outcome }) => outcome)).toEqual(['skipped', null]);
  await api.cues.skip({
    codeId: code.ties,
    versionId: second!.versionId,
    start: second!.start,
    end: second!.end,
  });
  const { path } = must(await api.project.current({}), 'a project is open');
  const before = dumpProject(path);
  await api.codebook.remove({ id: code.ties });
  await api.history.undo({});
  await api.transcripts.remove({ id: transcript.id });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('only a place in the text can be decided about', async () => {
  const { api, code, transcript } = await startCuedStudy('keep');
  const place = { codeId: code.tempo, versionId: transcript.versionId, start: 5, end: 100_000 };
  await expect(api.cues.skip(place)).rejects.toMatchObject({ code: 'range-invalid' });
  await expect(api.cues.accept({ ...place, unit: 'turn' })).rejects.toMatchObject({ code: 'range-invalid' });
});
