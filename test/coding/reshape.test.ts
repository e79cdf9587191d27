import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Coding } from '#shared/coding/coding-contract.ts';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { interviewText, rangeOf } from '#test/support/interview-text.ts';
import { startCodedStudy } from './coded-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

test('codings of one code that touch, overlap or have a space between them become one', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const { versionId, text } = transcript;
  const apply = async (words: string) =>
    (await api.coding.apply({ versionId, ...range(words), codeIds: [code.time] }))[0]!;
  const first = await apply('She could not');
  const second = await apply('keep up, and neither');
  const third = await apply('neither could I.');
  const apart = await apply('the work.');
  await api.coding.apply({ versionId, ...range('not keep'), codeIds: [code.work] });
  await api.coding.change({ id: first.id, memo: 'A', translation: 'Zij kon niet' });
  await api.coding.change({ id: second.id, memo: 'B', certainty: 2 });
  await api.coding.change({ id: third.id, memo: 'A', translation: 'ik ook niet', goodQuotation: true });
  const before = dumpProject(path);

  const { coding, removed } = await api.coding.mergeAdjacent({ id: second.id });
  expect(text.slice(coding.start, coding.end)).toBe('She could not keep up, and neither could I.');
  expect(coding).toMatchObject({
    id: second.id,
    memo: 'A\n\nB',
    translation: 'Zij kon niet ik ook niet',
    translator: 'Anna',
    certainty: 2,
    goodQuotation: true,
  });
  expect(removed).toEqual([first.id, third.id]);
  expect((await api.history.state({})).undo).toMatch(/^Merge 3 codings into “She could not keep up/);
  await expect(api.coding.mergeAdjacent({ id: apart.id })).rejects.toMatchObject({
    code: 'coding-alone',
    detail: { code: 'Time' },
  });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('a split begins the second part at a word, and the evidence rests on both', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  const { versionId, text } = transcript;
  const [coding] = await api.coding.apply({
    versionId,
    ...range('neither could I. We shared the work.'),
    codeIds: [code.ties],
    weight: -1,
  });
  await api.coding.change({ id: coding!.id, memo: 'Two things', certainty: 1 });
  const matrixId = await api.matrices.create({ name: 'Ties' });
  const columnId = await api.matrices.addColumn({ matrixId, title: 'Ties', codeIds: [code.ties] });
  const rowKey = await rowOfCase(api, transcript.participantId!);
  await api.matrices.setEvidence({ columnId, rowKey, codingIds: [coding!.id], stance: 'supports' });
  const before = dumpProject(path);
  const position = range('could I.').end;

  const parts = await api.coding.split({ id: coding!.id, position });
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
    'neither could I. ',
    'We shared the work.',
  ]);
  expect(parts).toMatchObject([
    { id: coding!.id, weight: -1, certainty: 1, memo: 'Two things' },
    { weight: -1, certainty: 1, memo: '' },
  ]);
  expect(dumpProject(path)['cell_evidence']).toHaveLength(2);
  for (const outside of [coding!.start, coding!.end, coding!.end - 1, 0, text.length]) {
    const half = outside === coding!.end - 1 ? parts[1]!.id : coding!.id;
    if (outside !== coding!.end - 1) {
      await expect(api.coding.split({ id: half, position: outside })).rejects.toMatchObject({
        code: 'split-outside',
      });
    }
  }
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('splitting where a part is coded already makes no second coding of it', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId } = transcript;
  const apply = async (words: string) =>
    (await api.coding.apply({ versionId, ...range(words), codeIds: [code.time] }))[0]!;
  const whole = await apply('neither could I. We shared the work.');
  const tail = await apply('We shared the work.');
  const head = await apply('neither could I. ');
  await api.coding.change({ id: head.id, memo: 'Of the head' });
  const parts = await api.coding.split({ id: whole.id, position: tail.start });
  expect(parts.map(({ id, memo }) => [id, memo])).toEqual([
    [whole.id, 'Of the head'],
    [tail.id, ''],
  ]);
  expect(await api.coding.ofTranscript({ transcriptId: transcript.id })).toHaveLength(2);
});

test('extends to the sentences and to the turns that it touches', async () => {
  const { api, transcript, code, range } = await startCodedStudy();
  const { versionId, text } = transcript;
  const [coding] = await api.coding.apply({ versionId, ...range('neither could'), codeIds: [code.time] });
  const { id } = coding!;
  const words = ({ start, end }: Coding) => text.slice(start, end);
  expect(words(await api.coding.extend({ id, to: 'sentence' }))).toBe(
    'She could not keep up, and neither could I.',
  );
  expect(words(await api.coding.extend({ id, to: 'turn' }))).toBe(
    'She could not keep up, and neither could I. We shared the work.',
  );
  const steps = (await api.history.list({})).entries.length;
  await api.coding.extend({ id, to: 'sentence' });
  expect((await api.history.list({})).entries).toHaveLength(steps);
});

function covered(codings: readonly Coding[]): ReadonlySet<number> {
  return new Set(
    codings.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  );
}

test('splitting and merging keep every character coded, cut no grapheme, and undo restores the file', async () => {
  const { api, code, addTranscript } = await startCodedStudy();
  const { path } = (await api.project.current({}))!;
  let number = 1;
  await fc.assert(
    fc.asyncProperty(
      interviewText.filter((text) => /\p{L}/u.test(text) && !text.includes('\0')),
      fc.infiniteStream(fc.nat()),
      async (sample, numbers) => {
        number += 1;
        const next = (): number => numbers.next().value;
        const {
          versionId,
          id: transcriptId,
          text,
        } = await addTranscript(`N${number}`, `T01: ${sample} end`, `N${number}`);
        for (const range of fc.sample(rangeOf(text), { numRuns: 4, seed: next() })) {
          await api.coding.apply({ versionId, ...range, codeIds: [code.ties] }).catch(() => undefined);
        }
        for (let step = 0; step < 6; step += 1) {
          const codings = await api.coding.ofTranscript({ transcriptId });
          const coding = codings[next() % codings.length]!;
          const before = dumpProject(path);
          const splits = next() % 3 > 0;
          const done = await (
            splits
              ? api.coding.split({
                  id: coding.id,
                  position: coding.start + (next() % (coding.end - coding.start)),
                })
              : api.coding.mergeAdjacent({ id: coding.id })
          ).catch((error: { readonly code: string }) => {
            expect(['split-outside', 'coding-alone']).toContain(error.code);
            return null;
          });
          const after = await api.coding.ofTranscript({ transcriptId });
          const [was, is] = [covered(codings), covered(after)];
          expect([...was].every((position) => is.has(position))).toBe(true);
          // A merge may take in the white space between two codings, and nothing else.
          expect([...is].filter((position) => !was.has(position) && text[position]!.trim() !== '')).toEqual(
            [],
          );
          for (const { start, end } of after) {
            expect([isGraphemeBoundary(text, start), isGraphemeBoundary(text, end)]).toEqual([true, true]);
          }
          if (done === null) continue;
          await api.history.undo({});
          expect(dumpProject(path)).toEqual(before);
          await api.history.redo({});
        }
      },
    ),
    { numRuns: 20 },
  );
});
