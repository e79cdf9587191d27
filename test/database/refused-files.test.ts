import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { AppError } from '#shared/contract/errors.ts';
import { startCore, startStudy, temporaryFolder, type TestCore } from '#test/support/test-core.ts';
import { startChild } from './child-process.ts';

/** A closed project with enough in it to have many pages. */
async function closedStudy(): Promise<TestCore & { readonly file: string }> {
  const study = await startStudy();
  const file = path.join(study.folder, 'study.crosscase');
  for (let count = 0; count < 200; count += 1) {
    await study.api.project.describe({ researchQuestion: `Question ${count} ${'x'.repeat(500)}` });
  }
  await study.api.project.close({});
  return { ...study, file };
}

const fingerprint = (file: string): string =>
  createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** Opens a file that must be refused: says why, in a sentence, leaves the file as it was and no project open. */
async function refusal({ api }: TestCore, file: string): Promise<AppError> {
  const before = fs.existsSync(file) && fs.statSync(file).isFile() ? fingerprint(file) : null;
  const error = await api.project.open({ path: file }).then(
    () => new Error('it was opened'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  const refused = error as AppError;
  const { title, advice } = errorSentence(refused.toWire());
  expect(title.length > 10 && advice.length > 10).toBe(true);
  if (before !== null) expect(fingerprint(file)).toBe(before);
  expect(await api.project.current({})).toBeNull();
  return refused;
}

describe('a file that is not ours', () => {
  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('I: Good morning.\n'.repeat(100))],
    ['a zip', () => Buffer.from('PK\u0003\u0004'.padEnd(500, '\0'), 'latin1')],
    ['the first bytes of a database', () => Buffer.from('SQLite format 3\0', 'latin1')],
  ])('is refused: %s', async (_name, content) => {
    const started = startCore();
    const file = path.join(started.folder, 'other.crosscase');
    fs.writeFileSync(file, content());
    expect(await refusal(started, file)).toMatchObject({ code: 'project-not-ours', detail: { path: file } });
    expect(fs.readdirSync(started.folder).filter((name) => name.startsWith('other'))).toEqual([
      'other.crosscase',
    ]);
  });

  test('is refused when it is the database of another program', async () => {
    const started = startCore();
    const file = path.join(started.folder, 'other.crosscase');
    const other = new Database(file);
    other.exec('CREATE TABLE project (title TEXT)');
    other.close();
    expect(await refusal(started, file)).toMatchObject({ code: 'project-not-ours' });
  });

  test('is refused when it is a folder, or is not there', async () => {
    const started = startCore();
    const folder = path.join(started.folder, 'folder.crosscase');
    fs.mkdirSync(folder);
    expect(await refusal(started, folder)).toMatchObject({ code: 'project-not-ours' });
    const missing = path.join(started.folder, 'missing.crosscase');
    expect(await refusal(started, missing)).toMatchObject({ code: 'project-missing' });
    expect(fs.existsSync(missing)).toBe(false);
  });

  test('is refused when it has our mark but holds no study', async () => {
    const started = startCore();
    const file = path.join(started.folder, 'hollow.crosscase');
    const hollow = new Database(file);
    hollow.pragma('application_id = 0x43524353');
    hollow.exec('CREATE TABLE something (id INTEGER PRIMARY KEY) STRICT');
    hollow.pragma('user_version = 999');
    hollow.close();
    expect(await refusal(started, file)).toMatchObject({ code: 'project-newer' });
  });
});

describe('a damaged file', () => {
  test.each([0.9, 0.5, 0.1])('is refused when only %f of it is there', async (part) => {
    const study = await closedStudy();
    const size = fs.statSync(study.file).size;
    fs.truncateSync(study.file, Math.floor(size * part));
    expect(await refusal(study, study.file)).toMatchObject({ code: 'project-damaged' });
  });

  test('is refused wherever a page in it was overwritten, and never ends the program', async () => {
    const study = await closedStudy();
    const sound = fs.readFileSync(study.file);
    const pageSize = sound.readUInt16BE(16);
    const pages = sound.length / pageSize;
    expect(pages).toBeGreaterThan(50);
    for (let page = 0; page < pages; page += Math.ceil(pages / 40)) {
      const damaged = Buffer.from(sound);
      // The header of the file stays: without it, it would not even be ours.
      damaged.fill(0xa5, Math.max(100, page * pageSize), (page + 1) * pageSize);
      fs.writeFileSync(study.file, damaged);
      const { code } = await refusal(study, study.file);
      expect([page, code]).toEqual([page, 'project-damaged']);
    }
    fs.writeFileSync(study.file, sound);
    expect(await study.api.project.open({ path: study.file })).toMatchObject({ title: 'Study' });
  });

  test('does not close the project that is open', async () => {
    const study = await closedStudy();
    const other = path.join(study.folder, 'other.crosscase');
    await study.api.project.create({ path: other, title: 'Other', coderName: 'Bo' });
    fs.truncateSync(study.file, 8192);
    await expect(study.api.project.open({ path: study.file })).rejects.toMatchObject({
      code: 'project-damaged',
    });
    expect(await study.api.project.current({})).toMatchObject({ path: other });

    const hollow = path.join(study.folder, 'hollow.crosscase');
    fs.copyFileSync(other, hollow);
    const emptied = new Database(hollow);
    emptied.pragma('foreign_keys = OFF');
    emptied.exec('DELETE FROM project');
    emptied.close();
    await expect(study.api.project.open({ path: hollow })).rejects.toMatchObject({ code: 'project-damaged' });
    expect(await study.api.project.current({})).toMatchObject({ path: other });
  });

  test.each(['project', 'coder'])(
    'that is too large to be read through at opening is refused when its %s cannot be read',
    async (table) => {
      const study = await closedStudy();
      damageTableOfLargeFile(study.file, table);
      await study.api.project.create({
        path: path.join(study.folder, 'other'),
        title: 'Other',
        coderName: 'Bo',
      });
      await expect(study.api.project.open({ path: study.file })).rejects.toMatchObject({
        code: 'project-damaged',
      });
      expect(await study.api.project.overview({})).toMatchObject({ title: 'Other' });
    },
  );

  test('that is too large to be read through at opening says so when the damage is met', async () => {
    const { file } = await closedStudy();
    damageTableOfLargeFile(file, 'coder');
    // On another machine, where nobody was remembered as its coder, nothing reads that table at opening.
    const { api, core } = startCore();
    await api.project.open({ path: file });
    await expect(api.project.overview({})).rejects.toMatchObject({
      code: 'project-damaged',
      detail: { path: file },
    });
    const checked = await core.call({ host: 'test', trusted: true }, 'project.check', {});
    expect(checked.ok ? checked.value : checked.error).not.toEqual({ problems: [] });
    await api.project.close({});
  });
});

/** Above the size up to which a file is read through at opening, with the first page of one table overwritten. */
function damageTableOfLargeFile(file: string, table: string): void {
  const connection = new Database(file);
  connection.exec('CREATE TABLE ballast (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT');
  connection.prepare('INSERT INTO ballast (content) VALUES (?)').run('x'.repeat(50 * 1024 * 1024));
  const page = connection
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table) as number;
  const pageSize = connection.pragma('page_size', { simple: true }) as number;
  connection.close();
  const descriptor = fs.openSync(file, 'r+');
  fs.writeSync(descriptor, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (page - 1) * pageSize);
  fs.closeSync(descriptor);
}

test('a file that must not be written to is refused, and nothing is put beside it', async () => {
  const study = await closedStudy();
  const before = fs.readdirSync(study.folder);
  fs.chmodSync(study.file, 0o444);
  expect(await refusal(study, study.file)).toMatchObject({
    code: 'project-read-only',
    detail: { path: study.file },
  });
  expect(fs.readdirSync(study.folder)).toEqual(before);

  fs.chmodSync(study.file, 0o644);
  fs.chmodSync(study.folder, 0o555);
  expect(await refusal(study, study.file)).toMatchObject({ code: 'project-read-only' });
  fs.chmodSync(study.folder, 0o755);
  expect(await study.api.project.open({ path: study.file })).toMatchObject({ title: 'Study' });
});

test('a project made by a newer Crosscase is refused, with both versions', async () => {
  const study = await closedStudy();
  const connection = new Database(study.file);
  const ours = connection.pragma('user_version', { simple: true }) as number;
  connection.pragma(`user_version = ${ours + 1}`);
  connection.close();
  expect(await refusal(study, study.file)).toMatchObject({
    code: 'project-newer',
    detail: { path: study.file, fileVersion: ours + 1, ourVersion: ours },
  });
});

describe('a project that is open in another process', () => {
  test('is refused until that process is gone, however it goes', async () => {
    const study = await closedStudy();
    const child = startChild('hold-project.ts', study.file);
    await child.printed(1);
    expect(JSON.parse(child.lines[0]!)).toMatchObject({ ok: true });

    const error = await study.api.project.open({ path: study.file }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'project-open-elsewhere', detail: { path: study.file } });
    expect(await study.api.project.current({})).toBeNull();

    await child.kill();
    expect(await study.api.project.open({ path: study.file })).toMatchObject({ title: 'Study' });
  });

  test('is refused under another name of the same file too', async () => {
    const study = await closedStudy();
    const link = path.join(temporaryFolder(), 'link.crosscase');
    fs.symlinkSync(study.file, link);
    const child = startChild('hold-project.ts', study.file);
    await child.printed(1);
    await expect(study.api.project.open({ path: link })).rejects.toMatchObject({
      code: 'project-open-elsewhere',
    });
    await child.kill();
    expect(await study.api.project.open({ path: link })).toMatchObject({ title: 'Study' });
  });
});

test('a project that cannot be made leaves no file', async () => {
  const { api, folder } = startCore();
  const folderWithoutWriting = path.join(folder, 'closed');
  fs.mkdirSync(folderWithoutWriting, { mode: 0o555 });
  const attempt = (target: string) => api.project.create({ path: target, title: 'T', coderName: '' });
  await expect(attempt(path.join(folderWithoutWriting, 'a'))).rejects.toMatchObject({
    code: 'project-read-only',
  });
  await expect(attempt(path.join(folder, 'nowhere/a'))).rejects.toMatchObject({
    code: 'project-folder-missing',
  });
  await attempt(path.join(folder, 'a'));
  await expect(attempt(path.join(folder, 'a'))).rejects.toMatchObject({ code: 'project-exists' });
  expect(fs.readdirSync(folderWithoutWriting)).toEqual([]);
  expect(await api.project.current({})).toMatchObject({ path: path.join(folder, 'a.crosscase') });
});
