import fs from 'node:fs';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readPackage, writePackage, type PackageToWrite } from '#electron/packages/package-file.ts';
import { temporaryFolder } from '#test/support/test-core.ts';
import { zipFile } from '#test/support/zip-file.ts';

const CONTENT: PackageToWrite = {
  kind: 'coding task',
  madeAt: '2026-01-05T09:00:00.000Z',
  madeBy: 'Anna',
  study: { uid: 'study-1', title: 'Study' },
  about: { coder: 'Bram' },
  parts: new Map([
    ['text.json', Buffer.from('{"words":"Zoë 👩‍⚕️"}')],
    ['units/one.json', Buffer.from('[1]')],
  ]),
  passphrase: null,
};

async function written(change: Partial<PackageToWrite> = {}) {
  const file = path.join(temporaryFolder(), 'for Bram.ccpackage');
  return { file, ...(await writePackage(file, { ...CONTENT, ...change })) };
}

function read(file: string, passphrase: string | null = null) {
  return readPackage({ path: file, name: path.basename(file) }, { kinds: ['coding task'], passphrase });
}

/** The package with its files changed by hand. */
async function tampered(change: (files: Record<string, Uint8Array>) => Zippable): Promise<string> {
  const { file } = await written();
  fs.writeFileSync(file, zipSync(change(unzipSync(fs.readFileSync(file)))));
  return file;
}

test('what is read is what was written', async () => {
  const { file, fingerprint, bytes } = await written();
  const found = await read(file);
  expect(found.manifest).toMatchObject({ kind: 'coding task', madeBy: 'Anna', about: { coder: 'Bram' } });
  expect([...found.parts].map(([name, content]) => [name, strFromU8(content)])).toEqual([
    ['text.json', '{"words":"Zoë 👩‍⚕️"}'],
    ['units/one.json', '[1]'],
  ]);
  expect(found.fingerprint).toBe(fingerprint);
  expect(fingerprint).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/);
  expect(bytes).toBe(fs.statSync(file).size);
});

test('with a passphrase nothing of it can be read without, and the fingerprint stays', async () => {
  const { fingerprint: open } = await written();
  const { file, fingerprint } = await written({ passphrase: 'Korrekt Pferd' });
  expect(fingerprint).toBe(open);
  expect(fs.readFileSync(file).includes('manifest')).toBe(false);
  await expect(read(file)).rejects.toMatchObject({ code: 'passphrase-needed' });
  expect((await read(file, 'Korrekt Pferd')).parts.size).toBe(2);
});

test('a wrong passphrase and a cut file are told apart', async () => {
  const { file } = await written();
  const encrypter = new Encrypter();
  // Weak on purpose, so that the test is quick; how strong it is stands in the file.
  encrypter.setScryptWorkFactor(8);
  encrypter.setPassphrase('Korrekt Pferd');
  const whole = await encrypter.encrypt(fs.readFileSync(file));
  fs.writeFileSync(file, whole);
  expect((await read(file, 'Korrekt Pferd')).parts.size).toBe(2);
  await expect(read(file, 'korrekt pferd')).rejects.toMatchObject({ code: 'passphrase-wrong' });
  for (const length of [60, 150, whole.length - 20]) {
    fs.writeFileSync(file, whole.subarray(0, length));
    await expect(read(file, 'Korrekt Pferd')).rejects.toMatchObject({ code: 'package-damaged' });
  }
});

test('a package cut off anywhere is refused', async () => {
  const { file } = await written();
  const whole = fs.readFileSync(file);
  for (const length of [1, 40, Math.floor(whole.length / 2), whole.length - 1]) {
    fs.writeFileSync(file, whole.subarray(0, length));
    const refusal = await read(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(['package-damaged', 'package-not-ours']).toContain((refusal as AppError).code);
  }
  fs.writeFileSync(file, '');
  await expect(read(file)).rejects.toMatchObject({ code: 'file-empty' });
});

test('one flipped bit anywhere is noticed, or changes nothing that is read', async () => {
  const { file } = await written();
  const whole = fs.readFileSync(file);
  const before = await read(file);
  for (let at = 0; at < whole.length; at += 7) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    fs.writeFileSync(file, flipped);
    const found = await read(file).catch((error: unknown) => error);
    if (!(found instanceof AppError)) expect(found).toEqual(before);
  }
});

test('text that was changed, added or taken out is noticed', async () => {
  const changed = await tampered((files) => ({ ...files, 'text.json': Buffer.from('{"words":"Zoe"}') }));
  await expect(read(changed)).rejects.toMatchObject({
    code: 'package-damaged',
    detail: { message: '“text.json” was changed after it was made.' },
  });
  const added = await tampered((files) => ({ ...files, 'more.json': Buffer.from('1') }));
  await expect(read(added)).rejects.toMatchObject({ code: 'package-damaged' });
  const less = await tampered(({ 'text.json': _gone, ...files }) => files);
  await expect(read(less)).rejects.toMatchObject({
    detail: { message: '“text.json” was taken out of it.' },
  });
});

test('a package of a newer Crosscase is refused as such, whatever else it holds', async () => {
  const file = await tampered(({ 'manifest.json': manifest }) => {
    const said = JSON.parse(strFromU8(manifest ?? new Uint8Array())) as object;
    return { 'manifest.json': Buffer.from(JSON.stringify({ ...said, formatVersion: 2, kind: 'dream' })) };
  });
  await expect(read(file)).rejects.toMatchObject({ code: 'package-newer' });
});

test('other files, and packages for something else, are told apart', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'thesis.docx');
  fs.writeFileSync(file, zipFile([{ name: 'word/document.xml', content: '<w/>' }]));
  await expect(read(file)).rejects.toMatchObject({ code: 'package-not-ours' });
  fs.writeFileSync(file, 'Dear Bram,');
  await expect(read(file)).rejects.toMatchObject({ code: 'package-not-ours' });
  const { file: check } = await written({ kind: 'check' });
  const refusal = await read(check).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'package-wrong-kind' });
  expect(errorSentence((refusal as AppError).toWire())).toEqual({
    title: '“for Bram.ccpackage” is a package of cells to check.',
    advice: 'Nothing was changed. Here it takes a coding package. Open it where cells are checked.',
  });
});

test('a path out of the folder, a link and a bomb are refused', async () => {
  const { file } = await written();
  fs.writeFileSync(file, zipFile([{ name: '../evil.json', content: 'x' }]));
  await expect(read(file)).rejects.toMatchObject({ code: 'package-damaged' });
  fs.writeFileSync(file, zipFile([{ name: 'C:\\evil.json', content: 'x' }]));
  await expect(read(file)).rejects.toMatchObject({ code: 'package-damaged' });
  fs.writeFileSync(
    file,
    zipSync({ 'link.json': [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
  );
  await expect(read(file)).rejects.toMatchObject({
    detail: { message: 'It holds something that Crosscase did not put there.' },
  });
  fs.writeFileSync(
    file,
    zipFile([{ name: 'big.json', content: Buffer.alloc(1024 * 1024), claimedLength: 10 }]),
  );
  await expect(read(file)).rejects.toMatchObject({ code: 'package-damaged' });
  fs.writeFileSync(file, zipFile([{ name: 'big.json', content: 'x', claimedLength: 0x7fff0000 }]));
  await expect(read(file)).rejects.toMatchObject({ detail: { message: 'It is larger than any study.' } });
});
