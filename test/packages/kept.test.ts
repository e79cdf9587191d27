import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { FileRef } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCore, type TestCore } from '#test/support/test-core.ts';
import { startCodedStudy, type CodedStudy } from '../coding/coded-study.ts';

let anna: CodedStudy;
let bram: TestCore;
let work: FileRef;

/** Bram corrects “it is better” to “it got better”, codes that and “We shared the work”, and writes a memo on it. */
beforeEach(async () => {
  anna = await startCodedStudy();
  bram = startCore();
  await anna.api.coding.apply({
    versionId: anna.transcript.versionId,
    ...anna.range('keep up'),
    codeIds: [anna.code.time],
  });
  const { id: coderId } = await anna.api.project.addCoder({ name: 'Bram' });
  await bram.api.packages.openTask({ file: await carried(anna, bram, 'exportTask', { coderId }) });
  const [one] = await bram.api.transcripts.list({});
  const { text, versionId, id: transcriptId } = await bram.api.transcripts.get({ id: must(one, 'one').id });
  const at = text.indexOf('it is better') + 3;
  const corrected = await bram.api.corrections.save({
    transcriptId,
    versionId,
    changes: [{ start: at, end: at + 2, text: 'got' }],
  });
  const [code] = (await bram.api.codebook.list({})).filter(({ name }) => name === 'Work');
  const after = text.replace('it is better', 'it got better');
  for (const words of ['it got better', 'We shared the work']) {
    const start = after.indexOf(words);
    await bram.api.coding.apply({
      versionId: corrected.versionId,
      start,
      end: start + words.length,
      codeIds: [must(code, 'Work').id],
    });
  }
  work = await carried(bram, anna, 'exportWork', {});
  await anna.api.packages.merge({ file: work });
});

async function carried(
  from: TestCore,
  to: TestCore,
  kind: 'exportTask' | 'exportWork',
  options: object,
): Promise<FileRef> {
  const { file, name } = await from.api.packages[kind](options);
  const target = path.join(to.folder, name);
  fs.copyFileSync(from.core.files.resolve(file).path, target);
  return to.core.files.offer(target);
}

const dump = async () => dumpProject(must(await anna.api.project.current({}), 'open').path);
const open = async () =>
  (await anna.api.packages.kept({})).filter(({ outcome, table }) => outcome === null && table !== 'turn');

async function wordsOf(layer: string): Promise<readonly string[]> {
  const { text } = await anna.api.transcripts.get({ id: anna.transcript.id });
  const layers = await anna.api.coding.layers({});
  const id = layers.find(({ name }) => name === layer)?.id;
  const codings = await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id });
  return codings.filter(({ layerId }) => layerId === id).map(({ start, end }) => text.slice(start, end));
}

test('what found no place is placed by hand, under the identity that it came with, in one step', async () => {
  expect(await wordsOf('Bram')).toEqual(['We shared the work']);
  const kept = must(
    (await open()).find(({ table }) => table === 'coding'),
    'the coding',
  );
  expect(kept).toMatchObject({ reason: 'not placed', transcriptId: anna.transcript.id });
  expect(kept.position).toBeCloseTo(anna.range('it is better').start, -1);
  const before = await dump();
  const place = { id: kept.id, transcriptId: anna.transcript.id, ...anna.range('it is better') };
  await anna.api.packages.place(place);
  expect((await wordsOf('Bram')).toSorted()).toEqual(['We shared the work', 'it is better']);
  expect((await open()).some(({ table }) => table === 'coding')).toBe(false);
  await expect(anna.api.packages.place(place)).rejects.toMatchObject({ code: 'kept-not-placed' });
  // It is known again: nothing comes twice, and it stays where it was put.
  expect((await anna.api.packages.merge({ file: work })).tables).toContainEqual(
    expect.objectContaining({ table: 'coding', counts: expect.objectContaining({ same: 2, added: 0 }) }),
  );
  expect((await wordsOf('Bram')).toSorted()).toEqual(['We shared the work', 'it is better']);
  await anna.api.history.undo({});
  expect(await dump()).toEqual(before);
});

test('a place that is taken, or is none, is refused and changes nothing', async () => {
  const kept = must(
    (await open()).find(({ table }) => table === 'coding'),
    'the coding',
  );
  const before = await dump();
  const transcriptId = anna.transcript.id;
  await expect(
    anna.api.packages.place({ id: kept.id, transcriptId, ...anna.range('We shared the work') }),
  ).rejects.toMatchObject({ code: 'kept-not-placed' });
  await expect(
    anna.api.packages.place({ id: kept.id, transcriptId, start: 5, end: 999_999 }),
  ).rejects.toMatchObject({ code: 'range-invalid' });
  expect(await dump()).toEqual(before);
});

test('their corrected text can be taken over: our codings follow it, and theirs find their words', async () => {
  const text = must(
    (await open()).find(({ table }) => table === 'transcript_version'),
    'the text',
  );
  const preview = await anna.api.packages.previewText({ id: text.id });
  expect(preview).toMatchObject({ transcriptId: anna.transcript.id, kept: 2, touched: [] });
  expect(preview.theirs).toBe(preview.ours.replace('it is better', 'it got better'));
  const before = await dump();
  await anna.api.packages.takeText({ id: text.id });
  expect((await anna.api.transcripts.get({ id: anna.transcript.id })).text).toBe(preview.theirs);
  expect(await wordsOf('Anna')).toEqual(['keep up']);
  expect((await wordsOf('Bram')).toSorted()).toEqual(['We shared the work', 'it got better']);
  expect(await open()).toEqual([]);
  const [newest] = await anna.api.corrections.versions({ transcriptId: anna.transcript.id });
  expect(newest?.made).toMatchObject({ kind: 'imported again', reason: 'From Bram' });
  expect((await anna.api.packages.merge({ file: work })).tables).toContainEqual(
    expect.objectContaining({ table: 'coding', counts: expect.objectContaining({ same: 2, added: 0 }) }),
  );
  expect(await anna.api.project.check({})).toEqual({ problems: [] });
  await anna.api.history.undo({});
  await anna.api.history.undo({});
  expect(await dump()).toEqual(before);
});
