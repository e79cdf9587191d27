import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/assert.ts';
import type { CodeId, TranscriptId } from '#shared/ids.ts';
import type { TextChange } from '#shared/text/text-changes.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

const TEXT = `# Interview T01

## Background

I: What do you teach?

T01: I teach Dutch 👩‍⚕️, mostly. The huisarts came by.

I: And since when?

T01: Since ten years.

## Networks

I: Who do you talk to?

T01: To Marian, always Marian.
`;

interface Corrected extends TestCore {
  readonly id: TranscriptId;
  readonly code: CodeId;
  text(): Promise<string>;
  /** Codes the first place of these words. */
  codeWords(words: string): Promise<number>;
  edit(...edits: readonly (readonly [string, string])[]): ReturnType<TestCore['api']['corrections']['save']>;
  turns(): Promise<readonly string[]>;
}

async function study(): Promise<Corrected> {
  const core = await startStudy();
  const { api, offer } = core;
  const [id] = await api.transcripts.import({
    items: [{ file: offer('T01.txt', TEXT), title: 'T01', participantCode: 'T01' }],
  });
  const code = await api.codebook.create({ parentId: null, name: 'Time' });
  const transcript = async () => api.transcripts.get({ id: must(id, 'one was imported') });
  return {
    ...core,
    id: must(id, 'one was imported'),
    code,
    text: async () => (await transcript()).text,
    async codeWords(coded) {
      const { versionId, text } = await transcript();
      const start = text.indexOf(coded);
      const [coding] = await api.coding.apply({
        versionId,
        start,
        end: start + coded.length,
        codeIds: [code],
      });
      return must(coding, 'one was made').id;
    },
    async edit(...edits) {
      const { versionId, text } = await transcript();
      const changes = edits
        .map(([old, now]): TextChange => ({
          start: text.indexOf(old),
          end: text.indexOf(old) + old.length,
          text: now,
        }))
        .toSorted((a, b) => a.start - b.start);
      return api.corrections.save({
        transcriptId: must(id, 'imported'),
        versionId,
        changes,
        reason: 'Typing errors',
      });
    },
    async turns() {
      const { turns, text } = await transcript();
      return turns.map(({ speaker, role, start, end }) => `${speaker} (${role}): ${text.slice(start, end)}`);
    },
  };
}

async function words({ api, id }: Corrected): Promise<readonly string[]> {
  const { text } = await api.transcripts.get({ id });
  return (await api.coding.ofTranscript({ transcriptId: id })).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('a corrected transcript', () => {
  it('keeps codings on their words, and says what it touched', async () => {
    const given = await study();
    const { api, id } = given;
    for (const coded of ['huisarts', 'Since ten years.', 'always Marian', 'Dutch 👩‍⚕️'])
      await given.codeWords(coded);
    const saved = await given.edit(
      ['teach Dutch', 'teach 🎓 Dutch'],
      ['huisarts', 'dokter'],
      ['Since ten years.', ''],
    );
    expect(saved).toMatchObject({ number: 2, kept: 2, changed: 1, lost: 1 });
    expect(await words(given)).toEqual(['Dutch 👩‍⚕️', 'dokter', 'always Marian']);
    const touched = await api.corrections.touched({ transcriptId: id });
    expect(
      touched.map(({ outcome, before, after, mine }) => [outcome, before.words, after?.words, mine]),
    ).toEqual([
      ['lost', 'Since ten years.', undefined, true],
      ['changed', 'huisarts', 'dokter', true],
    ]);
    await api.corrections.settle({ ids: touched.flatMap((one) => one.id ?? []) });
    expect(await api.corrections.touched({ transcriptId: null })).toHaveLength(1);
    expect(await api.corrections.versions({ transcriptId: id })).toMatchObject([
      {
        number: 2,
        codings: 3,
        made: { kind: 'edited', reason: 'Typing errors', coderName: 'Anna', madeFrom: 1, kept: 2 },
      },
      { number: 1, codings: 1, made: null },
    ]);
  });

  it('is undone and redone as one step, to the last row', async () => {
    const given = await study();
    await given.codeWords('huisarts');
    await given.codeWords('Since ten years.');
    const file = path.join(given.folder, 'study.crosscase');
    const before = dumpProject(file);
    await given.edit(['huisarts', 'dokter'], ['T01: Since ten years.', '']);
    const after = dumpProject(file);
    await given.api.history.undo({});
    expect(dumpProject(file)).toEqual(before);
    expect(await given.text()).toBe(TEXT);
    await given.api.history.redo({});
    expect(dumpProject(file)).toEqual(after);
  });

  it('counts and finds what is in the newest version only', async () => {
    const given = await study();
    const { api, code } = given;
    await given.codeWords('huisarts');
    await given.codeWords('Since ten years.');
    await given.edit(['huisarts', 'dokter'], ['Since ten years.', '']);
    const codes = await api.codebook.list({});
    expect(codes.find(({ id }) => id === code)).toMatchObject({ codings: 1 });
    const { fragments } = await api.coding.fragments({ codeIds: [code] });
    expect(fragments.map(({ quotation }) => quotation)).toEqual(['dokter']);
    expect((await api.transcripts.list({}))[0]).toMatchObject({ codings: 1, turns: 6 });
  });

  it('lets a lost coding be placed by its coder, or removed, and never lists it again', async () => {
    const given = await study();
    const { api, id } = given;
    const lost = await given.codeWords('Since ten years.');
    await given.codeWords('The huisarts came by.');
    await given.edit(['Since ten years.', 'For long.'], ['The huisarts came by.', '']);
    // The first was overtyped as a whole, and so is changed.
    expect(await words(given)).toEqual(['For long.']);
    const [open] = await api.corrections.touched({ transcriptId: id });
    const text = await given.text();
    const start = text.indexOf('mostly');
    const place = { codingId: must(open, 'one is lost').codingId, start, end: start + 6 };
    await api.corrections.place(place);
    expect(await words(given)).toEqual(['mostly', 'For long.']);
    expect((await api.corrections.touched({ transcriptId: id })).map(({ codingId }) => codingId)).toEqual([
      lost,
    ]);
  });

  it('lets anybody place a lost coding of a consensus, which belongs to nobody, and nobody that of another', async () => {
    const given = await study();
    const { api, id } = given;
    const lost = await given.codeWords('The huisarts came by.');
    await given.edit(['The huisarts came by.', '']);
    const bram = await api.project.addCoder({ name: 'Bram' });
    await api.project.chooseCoder({ coderId: bram.id });
    const start = (await given.text()).indexOf('mostly');
    const place = () => api.corrections.place({ codingId: lost, start, end: start + 6 });
    await expect(place()).rejects.toMatchObject({ code: 'not-your-coding' });
    giveToNobody(given);
    expect(await api.corrections.touched({ transcriptId: id })).toMatchObject([
      { mine: false, shared: true },
    ]);
    await place();
    expect(await api.corrections.touched({ transcriptId: id })).toEqual([]);
    await api.history.undo({});
    expect(await api.corrections.touched({ transcriptId: id })).toHaveLength(1);
  });

  it('refuses codes and corrections for a text that is not the newest', async () => {
    const given = await study();
    const { versionId } = await given.api.transcripts.get({ id: given.id });
    await given.edit(['huisarts', 'dokter']);
    await expect(
      given.api.coding.apply({ versionId, start: 60, end: 65, codeIds: [given.code] }),
    ).rejects.toMatchObject({ code: 'transcript-newer' });
    await expect(
      given.api.corrections.save({
        transcriptId: given.id,
        versionId,
        changes: [{ start: 0, end: 1, text: '' }],
      }),
    ).rejects.toMatchObject({ code: 'transcript-newer' });
  });
});

describe('the turns and sections of a corrected transcript', () => {
  it('stay, with what is typed at their ends', async () => {
    const given = await study();
    const before = await given.turns();
    await given.edit(
      ['Since ten years.', 'Since ten years. And more.\n\nReally.'],
      ['What do', 'So what do'],
    );
    expect(await given.turns()).toEqual([
      'I (interviewer): So what do you teach?',
      before[1],
      before[2],
      'T01 (participant): Since ten years. And more.\n\nReally.',
      before[4],
      before[5],
    ]);
    const { sections, text } = await given.api.transcripts.get({ id: given.id });
    expect(sections.map(({ title, start, end }) => [title, text.slice(start, end).split('\n')[0]])).toEqual([
      ['Background', 'I: So what do you teach?'],
      ['Networks', 'I: Who do you talk to?'],
    ]);
  });

  it('are split by a label that is typed, and joined by one that is deleted', async () => {
    const given = await study();
    await given.edit(['mostly. The', 'mostly.\n\nI: Who?\n\nT01: The'], ['T01: To Marian', 'to Marian']);
    expect(await given.turns()).toEqual([
      'I (interviewer): What do you teach?',
      'T01 (participant): I teach Dutch 👩‍⚕️, mostly.',
      'I (interviewer): Who?',
      'T01 (participant): The huisarts came by.',
      'I (interviewer): And since when?',
      'T01 (participant): Since ten years.',
      'I (interviewer): Who do you talk to?\n\nto Marian, always Marian.',
    ]);
  });

  it('follow a speaker who is called otherwise, and headings that are typed and deleted', async () => {
    const given = await study();
    await given.edit(
      ['T01: I teach', 'TO1: I teach'],
      ['## Networks', '## Relations'],
      ['I: And since', '## Career\n\nI: And since'],
    );
    expect((await given.turns())[1]).toBe(
      'TO1 (participant): I teach Dutch 👩‍⚕️, mostly. The huisarts came by.',
    );
    const titles = async () =>
      (await given.api.transcripts.get({ id: given.id })).sections.map(({ title }) => title);
    expect(await titles()).toEqual(['Background', 'Career', 'Relations']);
    await given.edit(['## Career\n\n', '']);
    expect(await titles()).toEqual(['Background', 'Relations']);
    expect(await given.turns()).toHaveLength(6);
  });
});

/** Makes the layer of the first coder that of a consensus. */
function giveToNobody({ folder }: TestCore): void {
  const connection = new Database(path.join(folder, 'study.crosscase'));
  connection.prepare('UPDATE layer SET coder_id = NULL WHERE id = 1').run();
  connection.close();
}

describe('a corrected file over a transcript that is there', () => {
  it('brings the codings over, also when passages were moved', async () => {
    const given = await study();
    await given.codeWords('always Marian');
    await given.codeWords('huisarts');
    const corrected = TEXT.replace('huisarts', 'dokter')
      .replace('T01: To Marian, always Marian.\n', '')
      .replace('## Background', 'T01: To Marian, always Marian.\n\n## Background');
    const file = given.offer('corrected.txt', corrected.replaceAll('\n', '\r\n'));
    const preview = await given.api.corrections.previewFile({ transcriptId: given.id, file });
    expect(preview).toMatchObject({ kept: 1, same: false, touched: [{ outcome: 'changed' }] });
    await given.api.corrections.saveFile({ transcriptId: given.id, file, reason: 'From the service' });
    expect(await given.text()).toBe(corrected);
    expect(await words(given)).toEqual(['always Marian', 'dokter']);
    await expect(given.api.corrections.saveFile({ transcriptId: given.id, file })).rejects.toMatchObject({
      code: 'nothing-corrected',
    });
  });
});
