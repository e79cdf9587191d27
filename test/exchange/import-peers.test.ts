import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startStudy, type TestCore } from '#test/support/test-core.ts';
import { qualCoderDatabase, taguetteDatabase } from './peer-databases.ts';

const TEXT = 'I: 😀😀😀 Hoe gaat het?\nT01: De huisarts kwam langs bij de patiënt.\nT01: Samen is het beter.';

async function codedWords(study: TestCore): Promise<readonly string[]> {
  const codes = new Map((await study.api.codebook.list({})).map(({ id, name }) => [id, name]));
  const found: string[] = [];
  for (const { id } of await study.api.transcripts.list({})) {
    const { text } = await study.api.transcripts.get({ id });
    for (const { codeId, start, end } of await study.api.coding.ofTranscript({ transcriptId: id }))
      found.push(`${codes.get(codeId)}: ${text.slice(start, end)}`);
  }
  return found;
}

function offered(study: TestCore, name: string, make: (file: string) => void) {
  const file = path.join(study.folder, `made-${name}`);
  fs.rmSync(file, { force: true });
  make(file);
  return study.offer(name, fs.readFileSync(file));
}

/** `counts` says how one half of QualCoder counts, and how the other. */
function qualCoder(study: TestCore, counts: 'code points' | 'UTF-16') {
  const at = (words: string): [number, number] => {
    const start = TEXT.indexOf(words);
    const before = counts === 'UTF-16' ? start : Array.from(TEXT.slice(0, start)).length;
    const length = counts === 'UTF-16' ? words.length : Array.from(words).length;
    return [before, before + length];
  };
  return offered(study, 'data.qda', (file) =>
    qualCoderDatabase(file, (db) => {
      db.prepare('INSERT INTO source (id, name, fulltext, memo) VALUES (1, ?, ?, ?)').run(
        'T01.txt',
        TEXT,
        'First',
      );
      db.exec(
        `INSERT INTO source (id, name, fulltext, mediapath) VALUES (2, 'tape.mp3', NULL, '/audio/tape.mp3')`,
      );
      db.exec(
        `INSERT INTO code_cat (catid, name, memo) VALUES (1, 'People', 'Who'), (2, 'Professionals', NULL)`,
      );
      db.exec('UPDATE code_cat SET supercatid = 1 WHERE catid = 2');
      db.exec(`INSERT INTO code_name (cid, name, memo, catid, color, supercid) VALUES
        (1, 'Doctor', 'A physician', 2, '#CC0000', NULL), (2, 'Family doctor', '', NULL, '#00CC00', 1), (3, 'Together', '', NULL, NULL, NULL)`);
      const insert = db.prepare(
        `INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo) VALUES (?, 1, ?, ?, ?, ?, '2024-02-01 10:00:00', ?)`,
      );
      insert.run(2, 'huisarts', ...at('huisarts'), 'anna', '');
      insert.run(1, 'patiënt', ...at('patiënt'), 'bram', 'a memo on it');
      insert.run(3, 'beter.', ...at('beter.'), 'anna', null);
      db.prepare(
        `INSERT INTO annotation VALUES (1, 1, ?, ?, 'Look at this', 'anna', '2024-02-02 10:00:00')`,
      ).run(...at('Samen'));
      db.exec(`INSERT INTO cases (caseid, name, memo) VALUES (1, 'T01', NULL), (2, 'Half', NULL)`);
      db.prepare('INSERT INTO case_text (caseid, fid, pos0, pos1) VALUES (1, 1, 0, ?)').run(
        Array.from(TEXT).length,
      );
      db.exec('INSERT INTO case_text (caseid, fid, pos0, pos1) VALUES (2, 1, 0, 5)');
      db.exec(`INSERT INTO attribute_type VALUES ('age', '', '', 'In years', 'case', 'numeric')`);
      db.exec(`INSERT INTO attribute (name, attr_type, value, id) VALUES ('age', 'case', '41', 1)`);
      db.exec(`INSERT INTO journal VALUES (1, 'Day one', 'We began.', '2024-01-16 08:00:00', 'anna')`);
      db.exec('INSERT INTO code_av (id, pos0, pos1, cid) VALUES (2, 0, 900, 1)');
    }),
  );
}

test.each(['code points', 'UTF-16'] as const)(
  'a QualCoder project that counts in %s lands on its words, emoji before them or not',
  async (counts) => {
    const study = await startStudy();
    const report = await study.api.exchange.import({ file: qualCoder(study, counts) });
    expect(await codedWords(study)).toEqual([
      'Family doctor: huisarts',
      'Doctor: patiënt',
      'Together: beter.',
    ]);
    expect(report.texts).toMatchObject([
      { title: 'T01.txt', byPosition: 4, byWords: 0, doubtful: 0, nowhere: 0 },
    ]);
  },
);

test('what a QualCoder project holds besides codings comes in too, or is listed', async () => {
  const study = await startStudy();
  const report = await study.api.exchange.import({ file: qualCoder(study, 'code points') });
  const codes = await study.api.codebook.list({});
  const nameOf = (id: number | null) => codes.find((code) => code.id === id)?.name ?? null;
  expect(
    codes.map(({ name, parentId, definition, color }) => [name, nameOf(parentId), definition, color]),
  ).toEqual([
    ['People', null, 'Who', expect.any(String)],
    ['Professionals', 'People', '', expect.any(String)],
    ['Doctor', 'Professionals', 'A physician', '#cc0000'],
    ['Family doctor', 'Doctor', '', '#00cc00'],
    ['Together', null, '', expect.any(String)],
  ]);
  const { participants } = await study.api.participants.table({});
  expect(participants.map(({ code, transcripts }) => [code, transcripts])).toEqual([
    ['T01', 1],
    ['Half', 0],
  ]);
  const memos = await study.api.memos.list({});
  expect(
    memos.map(({ heading, excerpt, about }) => `${heading} | ${excerpt} | ${about.state}`).toSorted(),
  ).toEqual([
    'About “data” | About the study | study',
    'Attribute “age” | In years | study',
    'Day one | We began. | study',
    'Samen | Look at this | there',
    'T01.txt | First | there',
    'a memo on it |  | there',
  ]);
  expect(report.findings.map(({ what }) => what)).toEqual([
    'Pictures, sound and film, and empty texts.',
    'Coded stretches of sound and film: Crosscase codes text only.',
    'Parts of texts that make up a case: a whole text belongs to a participant here.',
  ]);
  const again = await study.api.exchange.import({ file: qualCoder(study, 'code points') });
  expect(again.counts.every(({ added, leftOut }) => added === 0 && leftOut === 0)).toBe(true);
});

test('a Taguette project: bytes of HTML, nested tags, two tags on one highlight', async () => {
  const study = await startStudy();
  const html =
    '<p>I: Caf\u00E9 😀 of niet?</p>\n<p>T01: Wij <b>delen</b> het werk &amp; de zorg.</p>\n<ul><li>Een lijst</li></ul>';
  const plain = 'I: Café 😀 of niet?\nT01: Wij delen het werk & de zorg.\nEen lijst';
  const bytes = (words: string): [number, number] => {
    const start = Buffer.byteLength(plain.slice(0, plain.indexOf(words)));
    return [start, start + Buffer.byteLength(words)];
  };
  const file = offered(study, 'taguette.sqlite3', (place) =>
    taguetteDatabase(place, (db) => {
      db.exec(`INSERT INTO projects VALUES (1, 'Learning', 'About', '2024-01-01 00:00:00')`);
      db.prepare(
        `INSERT INTO documents (id, name, description, project_id, contents) VALUES (1, 'T01', '', 1, ?)`,
      ).run(html);
      db.exec(
        `INSERT INTO tags VALUES (1, 1, 'zorg', ''), (2, 1, 'motives.sharing', 'Giving'), (3, 1, 'motives.joy', '')`,
      );
      const insert = db.prepare('INSERT INTO highlights VALUES (?, 1, ?, ?, ?)');
      insert.run(1, ...bytes('delen het werk'), '<b>delen</b> het werk');
      insert.run(2, ...bytes('de zorg'), 'de zorg');
      db.exec('INSERT INTO highlight_tags VALUES (1, 2), (1, 3), (2, 1)');
    }),
  );
  const report = await study.api.exchange.import({ file });
  expect(await codedWords(study)).toEqual([
    'sharing: delen het werk',
    'joy: delen het werk',
    'zorg: de zorg',
  ]);
  expect(report.texts[0]).toMatchObject({ byPosition: 2, doubtful: 0, nowhere: 0 });
  const codes = await study.api.codebook.list({});
  expect(codes.map(({ name }) => name)).toEqual(['motives', 'joy', 'sharing', 'zorg']);
});

test('a database of something else, and a text, are refused with what would be read', async () => {
  const study = await startStudy();
  const database = offered(study, 'other.db', (file) =>
    taguetteDatabase(file, (db) => db.exec('DROP TABLE highlights')),
  );
  await expect(study.api.exchange.preview({ file: database })).rejects.toMatchObject({
    code: 'archive-refused',
  });
  await expect(
    study.api.exchange.preview({ file: study.offer('x.qdpx', 'Just words') }),
  ).rejects.toMatchObject({
    code: 'archive-refused',
  });
  await expect(study.api.exchange.preview({ file: study.offer('y.qdpx', '') })).rejects.toMatchObject({
    code: 'file-empty',
  });
});
