import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/assert.ts';
import { journalTables, withdrawalTables } from '#electron/withdrawal/withdrawal-tables.ts';
import { startCore, startStudy, type TestCore } from '#test/support/test-core.ts';

/** What only T07 said; every piece of it must be gone from the file. */
const SAID = {
  motive: 'Ik ging naar het netwerk omdat mijn zwager Bartholomeus het aanraadde',
  school: 'Op de Hildegardisschool in Zwammerdam kent iedereen elkaar “van vroeger”',
  short: 'zoute drop',
};
const SHARED = 'dat is gewoon zo in het onderwijs';

const T07 = `I: Waarom ging u?\n\nT07: ${SAID.motive}, en ${SHARED}.\n\nT07: ${SAID.school}. Er was ${SAID.short} bij de koffie.\n`;
const T08 = `I: Waarom ging u?\n\nT08: Vanwege het werk, want ${SHARED}.\n`;

async function study() {
  const core = await startStudy();
  const { api, offer } = core;
  const [t07, t08] = await api.transcripts.import({
    items: [
      { file: offer('T07.txt', T07), title: 'T07', participantCode: 'T07' },
      { file: offer('T08.txt', T08), title: 'T08', participantCode: 'T08' },
    ],
  });
  const { participants } = await api.participants.table({});
  const person = must(
    participants.find(({ code }) => code === 'T07'),
    'imported',
  ).id;
  const other = must(
    participants.find(({ code }) => code === 'T08'),
    'imported',
  ).id;
  return {
    ...core,
    person,
    other,
    t07: must(t07, 'imported'),
    t08: must(t08, 'imported'),
    file: path.join(core.folder, 'study.crosscase'),
  };
}
type Study = Awaited<ReturnType<typeof study>>;

async function codeWords(given: Study, transcriptId: Study['t07'], words: string, name: string, memo = '') {
  const { api } = given;
  const existing = (await api.codebook.list({})).find((one) => one.name === name);
  const codeId = existing?.id ?? (await api.codebook.create({ parentId: null, name }));
  const { text, versionId } = await api.transcripts.get({ id: transcriptId });
  const start = text.indexOf(words);
  const [coding] = await api.coding.apply({ versionId, start, end: start + words.length, codeIds: [codeId] });
  const { id } = must(coding, 'made');
  if (memo !== '') await api.coding.change({ id, memo, translation: `In English: ${memo}` });
  return { id, codeId };
}

/** Quotes T07 in every place that the program has for it. */
async function quoteEverywhere(given: Study): Promise<void> {
  const { api, person, other, t07, t08 } = given;
  const motive = await codeWords(given, t07, SAID.motive, 'Motive', `He says “${SAID.motive}”`);
  await codeWords(given, t07, SAID.short, 'Sweets');
  const shared = await codeWords(given, t08, SHARED, 'Motive', 'Kept');
  // A code in the very words, and its example.
  await codeWords(given, t07, SAID.school, SAID.school.slice(0, 60));
  await api.codebook.change({ id: motive.codeId, definition: `For instance ${SAID.motive}` });
  await api.codebook.addExample({ codeId: motive.codeId, codingId: motive.id, kind: 'example' });
  await api.codebook.freeze({ name: 'Round 1' });
  await api.retrieval.save({
    name: `About ${SAID.motive}`,
    definition: { query: { codes: {} }, groupBy: { by: 'none' } },
  });
  const matrix = await api.matrices.create({
    name: 'Matrix',
    columns: [{ title: 'Motives', codeIds: [motive.codeId] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrix });
  const rowOf = (id: number) =>
    must(
      rows.find((row) => row.participantId === id),
      'a row',
    ).key;
  const columnId = must(columns[0], 'a column').id;
  await api.matrices.writeSummary({
    columnId,
    rowKey: rowOf(person),
    summary: `Came because: ${SAID.motive}`,
  });
  await api.matrices.setEvidence({
    columnId,
    rowKey: rowOf(person),
    codingIds: [motive.id],
    stance: 'supports',
  });
  await api.matrices.writeSummary({
    columnId,
    rowKey: rowOf(other),
    summary: `Other than T07, who said ${SAID.school}`,
  });
  const say = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
  await api.memos.create({
    title: 'On this passage',
    target: { kind: 'coding', id: motive.id },
    body: say(SAID.motive),
  });
  await api.memos.create({
    title: 'Across cases',
    target: { kind: 'code', id: motive.codeId },
    body: [
      ...say(`Compare: ${SAID.motive}. And ${SAID.short}!`),
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'He says: Op de ' },
          { type: 'text', text: 'Hildegardisschool in Zwammerdam', bold: true },
          { type: 'text', text: ' kent iedereen elkaar, as ever.' },
        ],
      },
    ],
  });
  // Something undone, something removed, something corrected: all of it is in the journal.
  await api.coding.remove({ ids: [shared.id] });
  await api.history.undo({});
  const gone = await codeWords(given, t07, SAID.school, 'Place', SAID.school);
  await api.memos.create({
    title: '',
    target: { kind: 'coding', id: gone.id },
    body: say('About the place'),
  });
  await api.coding.remove({ ids: [gone.id] });
  const { versionId, text } = await api.transcripts.get({ id: t07 });
  const at = text.indexOf('aanraadde');
  await api.corrections.save({
    transcriptId: t07,
    versionId,
    changes: [{ start: at, end: at + 9, text: 'aanprees' }],
  });
}

/** Every form in which words may lie in a file. */
function forms(words: string): readonly Buffer[] {
  const json = JSON.stringify(words).slice(1, -1);
  return [
    words,
    words.toLowerCase(),
    json,
    json.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ]
    .map((form) => Buffer.from(form, 'utf8'))
    .concat(Buffer.from(words, 'utf16le'), Buffer.from(words, 'utf16le').swap16());
}

function foundIn(file: string, words: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal']
    .filter((suffix) => fs.existsSync(file + suffix))
    .filter((suffix) => forms(words).some((form) => fs.readFileSync(file + suffix).includes(form)));
}

const PIECES = [
  SAID.motive,
  SAID.school,
  SAID.short,
  'mijn zwager Bartholomeus',
  'Hildegardisschool in Zwammerdam',
  'het netwerk omdat mijn',
  'elkaar “van vroeger”',
  'bartholomeus',
  'hildegardisschool',
  'T07',
];

describe('a participant who withdraws', () => {
  it('leaves no byte in the file, nor in what lies beside it', async () => {
    const given = await study();
    await quoteEverywhere(given);
    const { api, person, file } = given;
    // The search can find them: they are there before.
    for (const piece of PIECES) expect(foundIn(file, piece), piece).not.toEqual([]);
    const made = await api.withdrawal.withdraw({ participantId: person, confirmation: 'T07' });
    for (const piece of PIECES) expect(foundIn(file, piece), piece).toEqual([]);
    expect(made.goes).toContain('1 transcript');
    const certificate = fs.readFileSync(given.core.files.resolve(made.file).path, 'utf8');
    for (const piece of PIECES) expect(certificate).not.toContain(piece);
    expect(await api.project.check({})).toEqual({ problems: [] });
    given.core.close();
    for (const piece of PIECES) expect(foundIn(file, piece), piece).toEqual([]);
  });

  it('leaves everybody else as they were', async () => {
    const given = await study();
    await quoteEverywhere(given);
    const { api, person, t08 } = given;
    const before = await api.coding.ofTranscript({ transcriptId: t08 });
    await api.withdrawal.withdraw({ participantId: person, confirmation: 'T07' });
    expect(await api.coding.ofTranscript({ transcriptId: t08 })).toEqual(before);
    expect((await api.transcripts.get({ id: t08 })).text).toBe(T08);
    expect((await api.participants.table({})).participants.map(({ code: name }) => name)).toEqual(['T08']);
    const memos = await api.memos.list({});
    expect(memos.map(({ title }) => title)).toEqual(['Across cases']);
    const [matrix] = await api.matrices.list({});
    const { rows } = await api.matrices.get({ id: must(matrix, 'is there').id });
    expect(JSON.stringify(rows)).not.toContain('T07');
    expect(await api.search.text({ text: SHARED })).toMatchObject({ total: 1, transcripts: 1 });
    expect(await api.search.text({ text: 'zwager' })).toMatchObject({ total: 0 });
  });

  it('is asked for by the code, typed, and erases nothing without it', async () => {
    const { api, person } = await study();
    await expect(
      api.withdrawal.withdraw({ participantId: person, confirmation: 'T08' }),
    ).rejects.toMatchObject({
      code: 'confirmation-differs',
    });
    expect(await api.transcripts.list({})).toHaveLength(2);
  });

  it('is the end of undo, and says so; what comes after it is undone as ever', async () => {
    const given = await study();
    await quoteEverywhere(given);
    const { api, person, t08 } = given;
    await api.withdrawal.withdraw({ participantId: person, confirmation: 'T07' });
    await expect(api.history.undo({})).rejects.toMatchObject({ code: 'undo-ends' });
    expect(await api.history.state({})).toEqual({ undo: null, redo: null });
    await api.transcripts.rename({ id: t08, title: 'Renamed' });
    await api.history.undo({});
    expect((await api.transcripts.list({}))[0]?.title).toBe('T08');
    await expect(api.history.undo({})).rejects.toMatchObject({ code: 'undo-ends' });
    const { entries } = await api.history.list({});
    expect(entries.filter(({ label }) => label.startsWith('A participant withdrew'))).toHaveLength(1);
  });

  it('is shown beforehand: what goes, what is cleaned, and where copies are', async () => {
    const given = await study();
    await quoteEverywhere(given);
    const { api, person, file } = given;
    const exported = await api.codebook.exportFile({ format: 'json' });
    fs.copyFileSync(file, file.replace('.crosscase', '-copy.crosscase'));
    const preview = await api.withdrawal.preview({ participantId: person });
    expect(preview.goes).toEqual(
      expect.arrayContaining([
        '1 participant',
        '1 transcript',
        '2 versions of transcripts',
        '3 codings',
        '1 example of a code',
        '2 memos',
      ]),
    );
    expect(preview.cleaned).toEqual(
      expect.arrayContaining(['1 matrix cell with its summary', '1 memo', '1 version of the codebook']),
    );
    expect(preview.memos).toContain('On this passage');
    expect(
      (await api.withdrawal.copies({ participantId: person })).map(({ kind, name }) => [
        kind,
        path.basename(name),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['copy of the project', 'study-copy.crosscase'],
        ['export', exported.name],
      ]),
    );
  });
});

describe('an older copy of the project, after somebody withdrew', () => {
  /** A copy from before, in which somebody coded on; as a file to be merged. */
  async function olderCopy(given: Study, work: (api: Study['api']) => Promise<unknown>): Promise<string> {
    const copy = path.join(given.folder, 'older.crosscase');
    for (const suffix of ['', '-wal'])
      if (fs.existsSync(given.file + suffix)) fs.copyFileSync(given.file + suffix, copy + suffix);
    const { api } = startCore();
    await api.project.open({ path: copy });
    await api.project.chooseCoder({ coderId: must((await api.project.coders({}))[0], 'a coder').id });
    await work(api);
    await api.project.close({});
    return copy;
  }

  it('does not bring them back: not a row, not a word, and the report says what was left out', async () => {
    const given = await study();
    await quoteEverywhere(given);
    const { api, person, file, t08, core } = given;
    const copy = await olderCopy(given, async (theirs) => {
      const there = { ...given, api: theirs };
      await codeWords(there, given.t07, 'kent iedereen', 'Later', `She says “${SAID.school}”`);
      await codeWords(there, t08, 'Vanwege het werk', 'Later');
      await theirs.memos.create({
        title: `Again ${SAID.motive}`,
        target: { kind: 'code', id: must((await theirs.codebook.list({}))[0], 'a code').id },
        body: [],
      });
    });
    for (const piece of PIECES) expect(foundIn(copy, piece), piece).not.toEqual([]);
    await api.withdrawal.withdraw({ participantId: person, confirmation: 'T07' });
    const report = await api.packages.merge({ file: core.files.offer(copy) });
    const counts = (table: string) => report.tables.find((one) => one.table === table)?.counts;
    expect(counts('participant')).toMatchObject({ withdrawn: 1, same: 1, added: 0 });
    expect(counts('transcript_version')).toMatchObject({ withdrawn: 2 });
    expect(counts('coding')).toMatchObject({ added: 1, 'not placed': 0 });
    for (const { rows, counts: each } of report.tables)
      expect(Object.values(each).reduce((sum, count) => sum + count, 0)).toBe(rows);
    expect((await api.participants.table({})).participants.map(({ code }) => code)).toEqual(['T08']);
    expect((await api.memos.list({})).map(({ title }) => title)).toContain('Again [withdrawn]');
    for (const piece of PIECES) expect(foundIn(file, piece), piece).toEqual([]);
    // Once more: nothing changes, and nothing of the person is kept beside ours either.
    expect((await api.packages.merge({ file: core.files.offer(copy) })).changes).toBe(false);
    expect(JSON.stringify(await api.packages.kept({}))).not.toContain('Hildegardis');
    core.close();
    for (const piece of PIECES) expect(foundIn(file, piece), piece).toEqual([]);
  });

  it('says who withdrew there and is still here', async () => {
    const given = await study();
    const copy = await olderCopy(given, async (theirs) => {
      await theirs.withdrawal.withdraw({ participantId: given.person, confirmation: 'T07' });
    });
    const report = await given.api.packages.preview({ file: given.core.files.offer(copy) });
    expect(report.withdrawnThere).toEqual(['T07']);
    expect((await given.api.participants.table({})).participants).toHaveLength(2);
  });

  it('keeps nothing that says who it was: hashes that lead nowhere', async () => {
    const given = await study();
    const uids = schema<{ uid: string }>(
      given,
      'SELECT uid FROM participant UNION SELECT uid FROM transcript',
    );
    await given.api.withdrawal.withdraw({ participantId: given.person, confirmation: 'T07' });
    const kept = schema<{ hash: string }>(given, 'SELECT hash FROM withdrawn');
    expect(kept).toHaveLength(4);
    for (const { hash } of kept) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const still = uids.filter(({ uid }) => foundIn(given.file, uid).length > 0);
    expect(still).toHaveLength(2);
  });
});

function schema<Row>(given: TestCore, sql: string): Row[] {
  const connection = new Database(path.join(given.folder, 'study.crosscase'), { readonly: true });
  try {
    return connection.prepare(sql).all() as Row[];
  } finally {
    connection.close();
  }
}

describe('the list of tables that a withdrawal goes through', () => {
  it('has every table', async () => {
    const tables = schema<{ name: string }>(
      await startStudy(),
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    ).map(({ name }) => name);
    expect([...Object.keys(withdrawalTables), ...journalTables].toSorted()).toEqual(tables);
  });

  it('follows every reference to something that goes', async () => {
    const references = schema<{ name: string; column: string; of: string }>(
      await startStudy(),
      `SELECT tables.name, keys."from" AS "column", keys."table" AS "of"
       FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys WHERE tables.schema = 'main'`,
    );
    const goes = (table: string): boolean =>
      table === 'participant' || (withdrawalTables[table]?.goes.length ?? 0) > 0;
    const missing = references.filter(
      ({ name, column, of }) =>
        goes(of) && !withdrawalTables[name]?.goes.some((one) => one.column === column && one.of === of),
    );
    expect(missing).toEqual([]);
  });

  it('names a table only after those that it refers to', () => {
    const names = Object.keys(withdrawalTables);
    for (const [table, { goes }] of Object.entries(withdrawalTables)) {
      for (const { of } of goes)
        expect(names.indexOf(of), `${table} refers to ${of}`).toBeLessThan(names.indexOf(table));
    }
  });
});
