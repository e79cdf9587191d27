import fs from 'node:fs';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { Client } from '#shared/contract/api.ts';
import type { FileRef } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCore, startStudy, type TestCore } from '#test/support/test-core.ts';
import { startCodedStudy, type CodedStudy } from '../coding/coded-study.ts';
import { sit } from './three-coders.ts';

let anna: CodedStudy;
let bram: TestCore;
beforeEach(async () => {
  anna = await startCodedStudy();
  bram = startCore();
  const { api, code, transcript, range } = anna;
  await api.coding.apply({ versionId: transcript.versionId, ...range('keep up'), codeIds: [code.time] });
  await api.memos.create({ title: 'Secret', target: { kind: 'code', id: code.time }, body: [] });
  await api.project.addCoder({ name: 'Bram' });
});

/** What is exported on one machine, as a file on the other. */
function sent(from: TestCore, to: TestCore, file: FileRef, name: string): FileRef {
  const target = path.join(to.folder, name);
  fs.copyFileSync(from.core.files.resolve(file).path, target);
  return to.core.files.offer(target);
}

async function task(options: Parameters<Client['packages']['exportTask']>[0] = {}) {
  const coders = await anna.api.project.coders({});
  const coderId = must(
    coders.find(({ name }) => name === 'Bram'),
    'Bram',
  ).id;
  const { file } = await anna.api.packages.exportTask({ coderId, ...options });
  return sent(anna, bram, file, 'task.ccpackage');
}

/** Bram opens the package, codes two passages and sends his work back. */
async function work(): Promise<FileRef> {
  await bram.api.packages.openTask({ file: await task() });
  await codeAsBram('We shared the work');
  await codeAsBram('it is better');
  return sendBack('work.ccpackage');
}

async function codeAsBram(words: string): Promise<number> {
  const { api } = bram;
  const [one] = await api.transcripts.list({});
  const { text, versionId } = await api.transcripts.get({ id: must(one, 'one').id });
  const codes = await api.codebook.list({});
  const start = text.indexOf(words);
  const [coding] = await api.coding.apply({
    versionId,
    start,
    end: start + words.length,
    codeIds: [
      must(
        codes.find(({ name }) => name === 'Work'),
        'Work',
      ).id,
    ],
  });
  return must(coding, 'coded').id;
}

async function sendBack(name: string): Promise<FileRef> {
  const { file } = await bram.api.packages.exportWork({});
  return sent(bram, anna, file, name);
}

const fileOf = async (core: TestCore): Promise<string> =>
  must(await core.api.project.current({}), 'open').path;

describe('a package to code from', () => {
  test('becomes a project of its coder, with the text, its units and the codebook, and nothing else', async () => {
    await anna.api.participants.addAttribute({ name: 'Burned out', type: 'yes/no' });
    const opened = await bram.api.packages.openTask({ file: await task() });
    expect(opened.title).toBe('Study');
    const coders = await bram.api.project.coders({});
    expect(coders.map(({ name }) => name)).toEqual(['Bram']);
    expect(opened.coderId).toBe(coders[0]?.id);
    const filled = Object.entries(dumpProject(opened.path)).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([table]) => table).filter((table) => !/_index/.test(table))).toEqual([
      'code',
      'codebook_version',
      'coder',
      'layer',
      'participant',
      'project',
      'section',
      'transcript',
      'transcript_version',
      'turn',
    ]);
    expect(fs.readFileSync(opened.path).includes('Secret')).toBe(false);
    expect(fs.readFileSync(opened.path).includes('Burned out')).toBe(false);
    expect((await bram.api.codebook.versions({})).map(({ number }) => number)).toEqual([1]);
    expect(await bram.api.project.check({})).toEqual({ problems: [] });
  });

  test('holds the units of a session, without who marked them or how they were coded', async () => {
    const { api, transcript } = anna;
    const all = await api.project.coders({});
    const session = await api.comparison.create({
      name: 'Round 1',
      coders: all.map(({ id }) => ({ coderId: id })),
      transcriptIds: [transcript.id],
      unitKind: 'spans of one person',
      unitCoderId: must(all[0], 'Anna').id,
    });
    const marked = await api.comparison.unitsToCode({ transcriptId: transcript.id });
    expect(marked).toEqual({
      session: 'Round 1',
      unitKind: 'spans of one person',
      units: [anna.range('keep up')],
    });
    await bram.api.packages.openTask({ file: await task({ sessionId: session }) });
    const [one] = await bram.api.transcripts.list({});
    expect(await bram.api.comparison.unitsToCode({ transcriptId: must(one, 'one').id })).toEqual(marked);
    const { path: file } = must(await bram.api.project.current({}), 'open');
    const dump = dumpProject(file);
    expect([dump['coding'], dump['comparison_session'], dump['comparison_coder']]).toEqual([[], [], []]);
    expect((await bram.api.project.coders({})).map(({ name }) => name)).toEqual(['Bram']);
    // They stay with who codes: nothing of them comes back.
    const report = await anna.api.packages.merge({ file: await sendBack('work.ccpackage') });
    expect(report.tables.some(({ table }) => table === 'sent_unit_list')).toBe(false);
    // While it is compared, nothing is coded for it any more.
    await api.coding.markFinished({ transcriptId: transcript.id });
    await sit(api, 'Bram');
    await api.coding.markFinished({ transcriptId: transcript.id });
    await api.comparison.begin({ id: session });
    expect(await api.comparison.unitsToCode({ transcriptId: transcript.id })).toBeNull();
  });

  test('holds attributes when they are asked for, and only the transcripts that were chosen', async () => {
    await anna.api.participants.addAttribute({ name: 'Years', type: 'whole number' });
    const second = await anna.addTranscript('T02', 'I: And you?\n\nT02: Fine.\n', 'T02');
    const file = await task({ attributes: true, transcriptIds: [second.id] });
    expect(await bram.api.packages.inspect({ file })).toMatchObject({
      kind: 'coding task',
      coderName: 'Bram',
      transcripts: 1,
      codebookVersion: 1,
      madeBy: 'Anna',
    });
    await bram.api.packages.openTask({ file });
    const { participants, attributes } = await bram.api.participants.table({});
    expect(participants.map(({ code }) => code)).toEqual(['T02']);
    expect(attributes.map(({ name }) => name)).toEqual(['Years']);
  });

  test('for nobody in particular asks who codes, and the same codebook is not frozen twice', async () => {
    const first = await task({ coderId: null });
    await bram.api.packages.openTask({ file: first, coderName: 'Bo' });
    expect((await bram.api.project.coders({})).map(({ name }) => name)).toEqual(['Bo']);
    await task();
    expect((await anna.api.codebook.versions({})).map(({ number }) => number)).toEqual([1]);
  });

  test('opened twice at once is one project, and a refusal', async () => {
    const file = await task();
    const target = path.join(bram.folder, 'mine');
    const both = await Promise.allSettled([
      bram.api.packages.openTask({ file, path: target }),
      bram.api.packages.openTask({ file, path: target }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'project-exists' },
    });
    expect((await bram.api.project.coders({})).map(({ name }) => name)).toEqual(['Bram']);
  });
});

describe('work that comes back', () => {
  test('goes into the layer of its coder, as one step that can be undone', async () => {
    const file = await work();
    const before = dumpProject(await fileOf(anna));
    const preview = await anna.api.packages.preview({ file });
    expect(preview).toMatchObject({
      changes: true,
      choices: [],
      source: { madeBy: 'Bram', studyTitle: 'Study', sameStudy: true },
    });
    expect(preview.items).toEqual([]);
    expect(dumpProject(await fileOf(anna))).toEqual(before);

    const report = await anna.api.packages.merge({ file });
    expect(report.tables).toEqual(preview.tables);
    expect(report.tables.find(({ table }) => table === 'coding')).toMatchObject({
      rows: 2,
      counts: { added: 2 },
    });
    const layers = new Map((await anna.api.coding.layers({})).map(({ id, name }) => [id, name]));
    const codings = await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id });
    expect(
      codings.map(({ layerId, start, end }) => [layers.get(layerId), anna.transcript.text.slice(start, end)]),
    ).toEqual([
      ['Anna', 'keep up'],
      ['Bram', 'We shared the work'],
      ['Bram', 'it is better'],
    ]);
    const merged = dumpProject(await fileOf(anna));
    expect((await anna.api.packages.merge({ file })).changes).toBe(false);
    expect(dumpProject(await fileOf(anna))).toEqual(merged);
    expect((await anna.api.packages.merges({})).map(({ madeBy, coderName }) => [madeBy, coderName])).toEqual([
      ['Bram', 'Anna'],
    ]);
    await anna.api.history.undo({});
    expect(dumpProject(await fileOf(anna))).toEqual(before);
  });

  test('an older package after a newer one changes nothing, and a newer one brings what was changed', async () => {
    const older = await work();
    const [coding] = await bram.api.coding.ofTranscript({
      transcriptId: must((await bram.api.transcripts.list({}))[0], 'one').id,
    });
    await bram.api.coding.change({ id: must(coding, 'coded').id, memo: 'On second thought' });
    const newer = await sendBack('newer.ccpackage');
    await anna.api.packages.merge({ file: newer });
    const memos = async () =>
      (await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id })).map(({ memo }) => memo);
    expect(await memos()).toEqual(['', 'On second thought', '']);
    expect((await anna.api.packages.merge({ file: older })).changes).toBe(false);
    expect(await memos()).toEqual(['', 'On second thought', '']);
    await anna.api.history.undo({});
    await anna.api.packages.merge({ file: older });
    const report = await anna.api.packages.merge({ file: newer });
    expect(report.tables.find(({ table }) => table === 'coding')?.counts).toMatchObject({
      changed: 1,
      same: 1,
    });
    expect(await memos()).toEqual(['', 'On second thought', '']);
  });

  test('a codebook that was changed meanwhile stays ours; theirs is kept beside it and can be taken', async () => {
    await bram.api.packages.openTask({ file: await task() });
    const ofBram = must(
      (await bram.api.codebook.list({})).find(({ name }) => name === 'Work'),
      'Work',
    );
    await bram.api.codebook.change({ id: ofBram.id, definition: 'What is done' });
    await anna.api.codebook.change({ id: anna.code.work, definition: 'Paid work' });
    const file = await sendBack('work.ccpackage');
    const report = await anna.api.packages.merge({ file });
    expect(report.items).toEqual([
      {
        table: 'code',
        outcome: 'conflict',
        label: 'Work',
        differences: [{ column: 'definition', ours: 'Paid work', theirs: 'What is done' }],
      },
    ]);
    const definition = async () =>
      (await anna.api.codebook.list({})).find(({ id }) => id === anna.code.work)?.definition;
    expect(await definition()).toBe('Paid work');
    const [kept] = await anna.api.packages.kept({});
    expect(kept).toMatchObject({
      label: 'Work',
      reason: 'conflict',
      fromName: 'Bram',
      outcome: null,
      fields: [{ column: 'definition', ours: 'Paid work', theirs: 'What is done' }],
    });
    expect((await anna.api.packages.merge({ file })).changes).toBe(false);
    await anna.api.packages.settle({ id: must(kept, 'kept').id, outcome: 'theirs' });
    expect(await definition()).toBe('What is done');
    expect((await anna.api.packages.kept({}))[0]).toMatchObject({ outcome: 'theirs', settledBy: 'Anna' });
    expect((await anna.api.packages.merge({ file })).changes).toBe(false);
    await anna.api.history.undo({});
    expect(await definition()).toBe('Paid work');
  });

  test('in a study that is coded blind nothing of it is told before all have finished', async () => {
    await anna.api.project.setBlind({ blind: true });
    const file = await work();
    const report = await anna.api.packages.merge({ file });
    expect(report.unseen).toBe(true);
    expect(report.tables.map(({ table }) => table)).not.toContain('coding');
    expect(await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id })).toHaveLength(1);
    await anna.api.coding.markFinished({ transcriptId: anna.transcript.id });
    await bram.api.coding.markFinished({
      transcriptId: must((await bram.api.transcripts.list({}))[0], 'one').id,
    });
    await anna.api.packages.merge({ file: await sendBack('finished.ccpackage') });
    expect(await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id })).toHaveLength(3);
  });
});

describe('what cannot be merged', () => {
  async function refusedWith(code: string, file: FileRef, passphrase: string | null = null): Promise<void> {
    const before = dumpProject(await fileOf(anna));
    await expect(anna.api.packages.preview({ file, passphrase })).rejects.toMatchObject({ code });
    await expect(anna.api.packages.merge({ file, passphrase })).rejects.toMatchObject({ code });
    expect(dumpProject(await fileOf(anna))).toEqual(before);
    expect(
      fs
        .readdirSync(path.join(anna.core.files.reserve('x').path, '..'))
        .filter((name) => /merge-/.test(name)),
    ).toEqual([]);
  }

  test('a package of another study, of another kind, cut off, or without its passphrase', async () => {
    const file = await work();
    const other = await startStudy();
    await other.api.codebook.create({ parentId: null, name: 'Work' });
    await expect(
      other.api.packages.merge({ file: sent(anna, other, file, 'work.ccpackage') }),
    ).rejects.toMatchObject({ code: 'package-other-study' });

    await refusedWith('package-wrong-kind', sent(bram, anna, await task(), 'task.ccpackage'));
    const whole = fs.readFileSync(anna.core.files.resolve(file).path);
    await refusedWith('package-damaged', anna.offer('cut.ccpackage', whole.subarray(0, whole.length - 30)));
    // Weak on purpose, so that the test is quick.
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(8);
    encrypter.setPassphrase('Pferd');
    const encrypted = anna.offer('locked.ccpackage', await encrypter.encrypt(whole));
    await refusedWith('passphrase-needed', encrypted);
    await refusedWith('passphrase-wrong', encrypted, 'pferd');
    expect((await anna.api.packages.merge({ file: encrypted, passphrase: 'Pferd' })).changes).toBe(true);
  });

  test('a project that somebody is working in, that is newer, or that can do something of its own', async () => {
    await work();
    await refusedWith('project-open-elsewhere', anna.core.files.offer(await fileOf(bram)));
    const file = await fileOf(bram);
    await bram.api.project.close({});
    const change = (sql: string, name: string): FileRef => {
      const copy = path.join(anna.folder, name);
      fs.copyFileSync(file, copy);
      const connection = new Database(copy);
      connection.exec(sql);
      connection.close();
      return anna.core.files.offer(copy);
    };
    await refusedWith('package-newer', change('PRAGMA user_version = 9999', 'newer.crosscase'));
    const trigger = 'CREATE TRIGGER evil AFTER INSERT ON coding BEGIN DELETE FROM coding; END';
    await refusedWith('package-damaged', change(trigger, 'evil.crosscase'));
    await refusedWith('package-not-ours', change('PRAGMA application_id = 1', 'foreign.crosscase'));
  });
});

describe('the project of a colleague', () => {
  test('is merged whole, and what has the same name is the same only when somebody says so', async () => {
    const other = await startStudy();
    const { api } = other;
    await sit(api, 'Anna');
    await api.codebook.create({ parentId: null, name: 'Work', definition: 'Labour' });
    const labour = await api.codebook.create({ parentId: null, name: 'Toil' });
    const [id] = await api.transcripts.import({
      items: [
        { file: other.offer('T09.txt', 'I: So?\n\nT09: So it is.\n'), title: 'T09', participantCode: 'T09' },
      ],
    });
    const { versionId } = await api.transcripts.get({ id: must(id, 'one') });
    const [coding] = await api.coding.apply({ versionId, start: 13, end: 22, codeIds: [labour] });
    const matrix = await api.matrices.create({
      name: 'Theirs',
      columns: [{ title: 'Toil', codeIds: [labour] }],
    });
    const { columns, rows } = await api.matrices.get({ id: matrix });
    const place = { columnId: must(columns[0], 'one').id, rowKey: must(rows[0], 'one').key };
    await api.matrices.writeSummary({ ...place, summary: 'It is so.' });
    await api.matrices.setEvidence({ ...place, codingIds: [must(coding, 'coded').id], stance: 'supports' });
    const file = await fileOf(other);
    await api.project.close({});

    const ref = anna.core.files.offer(file);
    const preview = await anna.api.packages.preview({ file: ref });
    expect(preview.source.sameStudy).toBe(false);
    const choice = preview.choices.find(({ theirName }) => theirName === 'Work');
    expect(choice?.candidates.map(({ name, alike }) => [name, alike])).toEqual([['Work', false]]);
    const toil = must(
      preview.choices.find(({ theirName }) => theirName === 'Toil'),
      'Toil',
    );
    const same = {
      [must(choice, 'Work').theirUid]: must(choice?.candidates[0], 'Work').uid,
      [toil.theirUid]: must(
        preview.ourCodes.find(({ name }) => name === 'Time'),
        'Time',
      ).uid,
    };
    const report = await anna.api.packages.merge({ file: ref, same });
    expect(report.tables.find(({ table }) => table === 'code')?.counts).toMatchObject({
      added: 0,
      conflict: 2,
    });
    const codes = await anna.api.codebook.list({});
    expect(codes.map(({ name }) => name).toSorted()).toEqual(['Tempo', 'Ties', 'Time', 'Work']);
    expect((await anna.api.packages.kept({})).map(({ label }) => label).toSorted()).toEqual(['Toil', 'Work']);
    const theirs = must(
      (await anna.api.matrices.list({})).find(({ name }) => name === 'Theirs'),
      'Theirs',
    );
    const merged = await anna.api.matrices.get({ id: theirs.id });
    const row = must(
      merged.rows.find(({ code }) => code === 'T09'),
      'T09',
    );
    const cell = await anna.api.matrices.cell({
      columnId: must(merged.columns[0], 'one').id,
      rowKey: row.key,
    });
    expect(cell).toMatchObject({ summary: 'It is so.' });
    expect(JSON.stringify(cell)).toContain('So it is');
    expect((await anna.api.project.coders({})).map(({ name }) => name)).toEqual([
      'Anna',
      'Bram',
      'Anna (merged)',
    ]);
    expect((await anna.api.packages.merge({ file: ref })).changes).toBe(false);
    expect(await anna.api.project.check({})).toEqual({ problems: [] });
  });

  test('the same text under another id is the same transcript; words that moved are found, others are kept', async () => {
    const other = await startCodedStudy();
    const { api, transcript, range, code } = other;
    const { versionId } = transcript;
    await api.coding.apply({ versionId, ...range('it is better'), codeIds: [code.work] });
    const same = await fileOf(other);
    await api.project.close({});
    const report = await anna.api.packages.merge({ file: anna.core.files.offer(same) });
    expect(report.tables.find(({ table }) => table === 'transcript')?.counts).toMatchObject({ same: 1 });
    expect(await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id })).toHaveLength(2);

    // Bram's copy of the text is another one than ours.
    await work();
    const file = await fileOf(bram);
    await bram.api.project.close({});
    const copy = path.join(anna.folder, 'edited.crosscase');
    fs.copyFileSync(file, copy);
    const connection = new Database(copy);
    connection.exec(`UPDATE transcript_version SET text = replace(replace(text, 'She could', 'Well, she could'), 'it is better', 'it got better'),
      length = length + 7, sha256 = 'another', uid = 'another';
      UPDATE coding SET start = start + 6, "end" = "end" + 6;
      UPDATE coding SET "end" = "end" + 1 WHERE id = (SELECT max(id) FROM coding);`);
    connection.close();
    const edited = await anna.api.packages.merge({ file: anna.core.files.offer(copy) });
    expect(edited.tables.find(({ table }) => table === 'coding')?.counts).toMatchObject({
      added: 1,
      'not placed': 1,
    });
    const words = (await anna.api.coding.ofTranscript({ transcriptId: anna.transcript.id })).map(
      ({ start, end }) => anna.transcript.text.slice(start, end),
    );
    expect(words).toContain('We shared the work');
    const kept = await anna.api.packages.kept({});
    const lost = kept.find(({ table }) => table === 'coding');
    expect(lost).toMatchObject({ reason: 'not placed', label: '“it got better” · Bram · Work' });
    expect(lost?.fields.find(({ column }) => column === 'quotation')?.theirs).toBe('it got better');
    expect(
      kept.find(({ table }) => table === 'transcript_version')?.fields.find(({ column }) => column === 'text')
        ?.theirs,
    ).toContain('Well, she could');
    expect((await anna.api.packages.merge({ file: anna.core.files.offer(copy) })).changes).toBe(false);
  });
});
