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
