import fs from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

interface Sent {
  readonly study: CheckedStudy;
  readonly path: string;
  /** The file that a host would have saved, as the next program sees it. */
  readonly packed: Buffer;
}

async function fileOf({ core }: CheckedStudy, ref: Parameters<CheckedStudy['core']['files']['resolve']>[0]) {
  return fs.readFileSync(core.files.resolve(ref).path);
}

/** Anna asks Ben, who sits at another machine, to check two cells. */
async function sentToBen(mode: 'open' | 'own summary' = 'open'): Promise<Sent> {
  const study = await checkedStudy();
  const { api, matrixId } = study;
  await study.write('T01', 'It takes time.');
  await study.write('T02', 'No time.');
  const ben = (await api.project.coders({})).find(({ name }) => name === 'Ben')!.id;
  const cellIds = (await api.checking.states({ matrixId })).map(({ cellId }) => cellId);
  await api.checking.assign({ cellIds, checkerId: ben, mode });
  const made = await api.checking.writePackage({ matrixId, checkerId: ben });
  expect(made).toMatchObject({ cells: 2, name: 'Study - Check by Ben.crosscase-package' });
  return { study, path: (await api.project.current({}))!.path, packed: await fileOf(study, made.file) };
}

/** Ben opens the file, gives verdicts, and sends his back; the study of Anna is open again afterwards. */
async function checkedByBen({ study, path, packed }: Sent, note = 'And the colleagues?'): Promise<Buffer> {
  const { api } = study;
  await api.project.close({});
  const file = study.offer('for-ben.crosscase-package', packed);
  await api.checking.openPackage({ file });
  const { items } = await api.checking.queue({});
  await api.checking.giveVerdict({ cellUid: items[0]!.cellUid, verdict: 'minor', note });
  await api.checking.giveVerdict({ cellUid: items[1]!.cellUid, verdict: 'agree' });
  const made = await api.checking.writeReturn({});
  const returned = await fileOf(study, made.file);
  await api.project.open({ path });
  return returned;
}

test('a package goes to a checker, whose verdicts come back as one step of undo', async () => {
  const sent = await sentToBen();
  const { study } = sent;
  const { api } = study;
  const returned = await checkedByBen(sent);
  const file = study.offer('from-ben.crosscase-package', returned);

  const preview = await api.checking.previewReturn({ file });
  expect(preview).toMatchObject({
    checker: 'Ben',
    isNewCoder: false,
    matrixId: study.matrixId,
    verdicts: [
      { cell: 'T01 × Time', verdict: 'minor', note: 'And the colleagues?', outcome: 'new', since: null },
      { cell: 'T02 × Time', verdict: 'agree', note: '', outcome: 'new', since: null },
    ],
  });
  expect(await study.state('T01')).toBe('draft');

  await api.checking.readReturn({ file });
  expect(await study.state('T01')).toBe('disputed');
  expect(await study.state('T02')).toBe('checked');
  expect((await study.cell('T01')).checks).toMatchObject([{ checker: 'Ben', note: 'And the colleagues?' }]);

  await api.history.undo({});
  expect(await study.state('T01')).toBe('draft');
  expect(await study.state('T02')).toBe('draft');
});

test('reading the same file twice changes nothing', async () => {
  const sent = await sentToBen();
  const { study } = sent;
  const file = study.offer('from-ben.crosscase-package', await checkedByBen(sent));
  await study.api.checking.readReturn({ file });
  const before = await study.api.checking.overview({ matrixId: study.matrixId });
  study.events.length = 0;
  const again = await study.api.checking.readReturn({ file });
  expect(again.verdicts.map(({ outcome }) => outcome)).toEqual(['there', 'there']);
  expect(study.events).toEqual([]);
  expect(await study.api.checking.overview({ matrixId: study.matrixId })).toEqual(before);
});

test('what the author answers goes to the checker in the next file, and their agreement settles it', async () => {
  const sent = await sentToBen();
  const { study, path } = sent;
  const { api, matrixId } = study;
  await api.checking.readReturn({
    file: study.offer('from-ben.crosscase-package', await checkedByBen(sent)),
  });
  const checkId = (await study.cell('T01')).checks[0]!.id;
  await api.checking.answer({ checkId, answer: 'They are in the next column.' });
  expect(await api.checking.overview({ matrixId })).toMatchObject({
    checkers: [{ checker: 'Ben', assigned: 2, checked: 2, open: 1, answered: 1 }],
  });
  const ben = (await api.project.coders({})).find(({ name }) => name === 'Ben')!.id;
  const made = await api.checking.writePackage({ matrixId, checkerId: ben });
  expect(made.cells).toBe(1);
  const packed = await fileOf(study, made.file);

  await api.project.close({});
  await api.checking.openPackage({ file: study.offer('second.crosscase-package', packed) });
  const [item] = (await api.checking.queue({})).items;
  expect(item).toMatchObject({ row: 'T01', isAnswered: true, isAgain: false, isDone: false });
  const { cellUid } = item!;
  expect((await api.checking.toCheck({ cellUid })).checks).toMatchObject([
    {
      checker: 'You',
      verdict: 'minor',
      note: 'And the colleagues?',
      answer: 'They are in the next column.',
      answeredBy: 'Anna',
    },
  ]);
  await api.checking.giveVerdict({ cellUid, verdict: 'agree', note: 'Then it is fine.' });
  const returned = await fileOf(study, (await api.checking.writeReturn({})).file);
  await api.project.open({ path });
  await api.checking.readReturn({ file: study.offer('settled.crosscase-package', returned) });
  expect(await study.state('T01')).toBe('checked');
  expect((await study.cell('T01')).checks).toMatchObject([
    { verdict: 'minor', answer: 'They are in the next column.' },
    { verdict: 'agree', note: 'Then it is fine.', isCurrent: true },
  ]);
  expect(await api.checking.overview({ matrixId })).toMatchObject({
    checked: 2,
    disputed: 0,
    differences: [],
  });
});

test('another verdict that crosses an answer on its way is kept beside the one that was answered', async () => {
  const sent = await sentToBen();
  const { study } = sent;
  const { api } = study;
  await api.checking.readReturn({
    file: study.offer('from-ben.crosscase-package', await checkedByBen(sent)),
  });
  const checkId = (await study.cell('T01')).checks[0]!.id;
  await api.checking.answer({ checkId, answer: 'They are in the next column.' });

  // Ben thinks again in the project that he has, which knows of no answer.
  const { path } = (await api.project.current({}))!;
  const [ofBen] = fs.readdirSync(`${study.folder}/documents`).filter((name) => name.endsWith('.crosscase'));
  await api.project.open({ path: `${study.folder}/documents/${ofBen}` });
  const { cellUid } = (await api.checking.queue({})).items[0]!;
  await api.checking.giveVerdict({ cellUid, verdict: 'major', note: 'Colleagues are the point.' });
  const returned = await fileOf(study, (await api.checking.writeReturn({})).file);
  await api.project.open({ path });
  const file = study.offer('again.crosscase-package', returned);
  expect((await api.checking.readReturn({ file })).verdicts.map(({ outcome }) => outcome)).toEqual([
    'answered',
    'there',
  ]);
  expect((await study.cell('T01')).checks).toMatchObject([
    { verdict: 'minor', answer: 'They are in the next column.' },
    { verdict: 'major', note: 'Colleagues are the point.', answer: '', isCurrent: true },
  ]);
  expect((await api.checking.readReturn({ file })).verdicts.map(({ outcome }) => outcome)).toEqual([
    'there',
    'there',
  ]);
  expect((await study.cell('T01')).checks).toHaveLength(2);
});

test('a package of another study, of the other kind, or one that was tampered with is refused', async () => {
  const sent = await sentToBen();
  const returned = await checkedByBen(sent);
  const { study } = sent;
  const code = async (name: string, content: Buffer): Promise<string> =>
    study.api.checking.previewReturn({ file: study.offer(name, content) }).then(
      () => 'read',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
  expect(await code('check.crosscase-package', sent.packed)).toBe('package-wrong-kind');
  expect(await code('cut.crosscase-package', returned.subarray(0, returned.length - 40))).toBe(
    'package-damaged',
  );
  const other = await checkedStudy();
  const file = other.offer('from-ben.crosscase-package', returned);
  await expect(other.api.checking.readReturn({ file })).rejects.toMatchObject({
    code: 'package-other-study',
  });
});

test('the project of a package says what it is, and its verdicts are undone as anywhere', async () => {
  const { study, packed } = await sentToBen();
  const { api } = study;
  await api.project.close({});
  const info = await api.checking.openPackage({ file: study.offer('b.crosscase-package', packed) });
  expect(info.title).toBe('Check of Study');
  const queue = await api.checking.queue({});
  expect(queue.package).toMatchObject({
    study: 'Study',
    madeBy: 'Anna',
    checker: 'Ben',
    cells: 2,
    done: 0,
    withheld: 0,
  });
  const [{ cellUid }] = queue.items as [(typeof queue.items)[number]];
  expect((await api.checking.toCheck({ cellUid })).claim?.summary).toBe('It takes time.');
  await expect(api.checking.writeOwn({ cellUid, summary: 'Late.' })).rejects.toMatchObject({
    code: 'own-too-late',
  });
  await expect(api.checking.writeReturn({})).rejects.toMatchObject({ code: 'nothing-checked' });
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  await api.history.undo({});
  expect((await api.checking.toCheck({ cellUid })).verdict).toBeNull();
});

test('a package with a passphrase is read with it, and not without', async () => {
  const { study } = await sentToBen();
  const { api, matrixId } = study;
  const ben = (await api.project.coders({})).find(({ name }) => name === 'Ben')!.id;
  const made = await api.checking.writePackage({ matrixId, checkerId: ben, passphrase: 'seven words' });
  const packed = await fileOf(study, made.file);
  expect(packed.includes('It takes')).toBe(false);
  await api.project.close({});
  const file = study.offer('b.crosscase-package', packed);
  await expect(api.checking.openPackage({ file })).rejects.toMatchObject({ code: 'passphrase-needed' });
  await expect(api.checking.openPackage({ file, passphrase: 'eight' })).rejects.toMatchObject({
    code: 'passphrase-wrong',
  });
  await api.checking.openPackage({ file, passphrase: 'seven words' });
});
