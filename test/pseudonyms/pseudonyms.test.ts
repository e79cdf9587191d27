import fs from 'node:fs';
import path from 'node:path';
import { Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/assert.ts';
import { startStudy } from '#test/support/test-core.ts';

const TEXT = `I: Who helped you, Bartholomeus?\n\nBartholomeus: Zoë did. Zoë’s office is in Zwammerdam.\n`;
const IDENTIFIERS = [
  { original: 'Bartholomeus', replacement: 'T07' },
  { original: 'Zoë', replacement: '[a colleague]' },
  { original: 'Zwammerdam', replacement: '[village]' },
];
const PASSPHRASE = 'correct horse battery';

async function study() {
  const core = await startStudy();
  const { api, offer } = core;
  const file = offer('interview.txt', TEXT);
  const [id] = await api.transcripts.import({
    items: [{ file, title: 'Interview', participantCode: 'T07' }],
  });
  const transcriptId = must(id, 'imported');
  const code = await api.codebook.create({ parentId: null, name: 'Help' });
  const { versionId } = await api.transcripts.get({ id: transcriptId });
  const start = TEXT.indexOf('Zoë did');
  const [coding] = await api.coding.apply({
    versionId,
    start,
    end: start + 'Zoë did'.length,
    codeIds: [code],
  });
  await api.coding.change({ id: must(coding, 'coded').id, memo: 'Bartholomeus is glad of it' });
  await api.pseudonyms.setNames({ identifiers: IDENTIFIERS });
  return { ...core, transcriptId, code, file: path.join(core.folder, 'study.crosscase') };
}
type Study = Awaited<ReturnType<typeof study>>;

async function applyAll({ api }: Study): Promise<void> {
  const found = await api.pseudonyms.find({});
  await api.pseudonyms.apply({
    places: found.map(({ transcriptId, versionId, start, end, replacement }) => ({
      transcriptId,
      versionId,
      start,
      end,
      replacement,
    })),
  });
}

describe('pseudonyms', () => {
  it('are put at the places that were accepted, and codings keep theirs', async () => {
    const given = await study();
    const { api, transcriptId } = given;
    const found = await api.pseudonyms.find({});
    expect(found.map(({ words, isForm }) => [words, isForm])).toEqual([
      ['Bartholomeus', false],
      ['Bartholomeus', false],
      ['Zoë', false],
      ['Zoë’s', true],
      ['Zwammerdam', false],
    ]);
    await applyAll(given);
    const { text, turns } = await api.transcripts.get({ id: transcriptId });
    expect(text).toBe(
      'I: Who helped you, T07?\n\nT07: [a colleague] did. [a colleague]’s office is in [village].\n',
    );
    expect(turns.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['I', 'interviewer'],
      ['T07', 'participant'],
    ]);
    const codings = await api.coding.ofTranscript({ transcriptId });
    expect(codings.map(({ start, end }) => text.slice(start, end))).toEqual(['[a colleague] did']);
    await api.history.undo({});
    expect((await api.transcripts.get({ id: transcriptId })).text).toBe(TEXT);
  });

  it('leave names behind until these are erased: then no byte of them is in the file', async () => {
    const given = await study();
    const { api, file, transcriptId } = given;
    await applyAll(given);
    const holds = (name: string): boolean =>
      ['', '-wal', '-shm'].some(
        (suffix) => fs.existsSync(file + suffix) && fs.readFileSync(file + suffix).includes(name),
      );
    expect(holds('Bartholomeus')).toBe(true);
    expect(await api.pseudonyms.countTraces({})).toMatchObject({ versions: 1, notes: 1 });
    await expect(api.pseudonyms.eraseTraces({ confirmation: '' })).rejects.toMatchObject({
      code: 'confirmation-differs',
    });
    await api.pseudonyms.eraseTraces({ confirmation: 'erase' });
    for (const name of ['Bartholomeus', 'bartholomeus', 'Zoë', 'Zwammerdam', 'zwammerdam'])
      expect(holds(name), name).toBe(false);
    expect(await api.pseudonyms.countTraces({})).toEqual({ versions: 0, notes: 0, steps: 0 });
    const versions = await api.corrections.versions({ transcriptId });
    const old = await api.corrections.version({ versionId: must(versions.at(-1), 'the first').id });
    expect(old.text).toHaveLength(TEXT.length);
    expect(old.text).toContain('I: Who helped you, ████████████?');
    expect((await api.coding.ofTranscript({ transcriptId }))[0]?.memo).toBe('T07 is glad of it');
    await expect(api.history.undo({})).rejects.toMatchObject({ code: 'undo-ends' });
    expect(await api.project.check({})).toEqual({ problems: [] });
  });

  it('have a key that another age program opens, and only with the passphrase; the study never holds it', async () => {
    const given = await study();
    const { api, core, offer, file } = given;
    expect((await api.pseudonyms.names({})).isUnsaved).toBe(true);
    const key = await api.pseudonyms.saveKey({ passphrase: PASSPHRASE });
    const content = fs.readFileSync(core.files.resolve(key.file).path);
    expect(content.includes('Zwammerdam')).toBe(false);
    expect(fs.readFileSync(file).includes('[village]')).toBe(false);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    expect(JSON.parse(await decrypter.decrypt(content, 'text'))).toMatchObject({ identifiers: IDENTIFIERS });

    await api.pseudonyms.setNames({ identifiers: [] });
    const ref = offer('Names.age', content);
    await expect(api.pseudonyms.openKey({ file: ref, passphrase: 'something else' })).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    expect(await api.pseudonyms.openKey({ file: ref, passphrase: PASSPHRASE })).toEqual({
      identifiers: IDENTIFIERS,
      isUnsaved: false,
    });
    await expect(
      api.pseudonyms.openKey({ file: offer('x.age', 'nothing of the kind'), passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'names-key-invalid' });
    // Deriving keys from passphrases takes long on purpose.
  }, 180_000);

  it('are asked for when a listed name is about to leave, in whatever kind of file', async () => {
    const given = await study();
    const { api, code } = given;
    await api.codebook.change({ id: code, definition: 'As Zoë does, in Zwammerdam' });
    for (const format of ['xlsx', 'docx', 'csv', 'json'] as const) {
      const made = await api.codebook.exportFile({ format });
      const { identifiers } = await api.pseudonyms.checkExport({ file: made.file });
      expect(
        identifiers.map(({ original }) => original),
        format,
      ).toEqual(expect.arrayContaining(['Zoë', 'Zwammerdam']));
    }
    // A package holds a project: what stands in its tables is looked at as well.
    const task = await api.packages.exportTask({});
    expect(
      (await api.pseudonyms.checkExport({ file: task.file })).identifiers.map(({ original }) => original),
    ).toEqual(expect.arrayContaining(['Zoë', 'Zwammerdam']));
    await api.pseudonyms.setNames({ identifiers: [] });
    const made = await api.codebook.exportFile({ format: 'json' });
    expect(await api.pseudonyms.checkExport({ file: made.file })).toEqual({
      identifiers: [],
      singledOut: null,
      hasNames: false,
    });
  });

  it('are not enough where a combination of attributes singles one person out', async () => {
    const given = await study();
    const { api, offer, code } = given;
    const csv = offer('p.csv', 'code,age,school\nT07,45,S1\nT08,45,S1\nT09,45,S2\n');
    await api.participants.importCsv({
      file: csv,
      keyColumn: 'code',
      columns: [
        { name: 'age', type: 'whole number' },
        { name: 'school', type: 'text' },
      ],
    });
    const matrixId = await api.matrices.create({
      name: 'Matrix',
      columns: [{ title: 'Help', codeIds: [code] }],
    });
    const made = await api.export.matrix({ matrixId, format: 'xlsx' });
    expect((await api.pseudonyms.checkExport({ file: made.file })).singledOut).toEqual({
      attributes: ['age', 'school'],
      cases: ['T09'],
    });
    const codebook = await api.codebook.exportFile({ format: 'docx' });
    expect((await api.pseudonyms.checkExport({ file: codebook.file })).singledOut).toBeNull();
  });
});
