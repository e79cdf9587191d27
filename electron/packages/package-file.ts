import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { AppError } from '#shared/contract/errors.ts';
import {
  manifestHead,
  PACKAGE_FORMAT,
  packageManifest,
  type PackageKind,
  type PackageManifest,
} from '#shared/packages/package-manifest.ts';
import { VERSION } from '#shared/version.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { decrypt, encrypt, isEncrypted } from './passphrase.ts';
import { packParts, unpackParts, ZipProblem, type Parts } from './zip-parts.ts';

const MANIFEST = 'manifest.json';

export interface PackageToWrite extends Pick<
  PackageManifest,
  'kind' | 'madeAt' | 'madeBy' | 'study' | 'about'
> {
  /** By name: lower-case letters, digits and dashes, an extension, at most one folder. */
  readonly parts: Parts;
  /** Null: anybody can read it. */
  readonly passphrase: string | null;
}

export interface PackageFile {
  readonly manifest: PackageManifest;
  readonly parts: Parts;
  /** The same for the same content, whether it was encrypted or not; two people can read it to each other. */
  readonly fingerprint: string;
}

/** One package: a ZIP of a manifest and of the parts that it lists with their hashes, encrypted as a whole if wished. */
export async function writePackage(
  file: string,
  { parts, passphrase, ...head }: PackageToWrite,
): Promise<{ readonly bytes: number; readonly fingerprint: string }> {
  const manifest: PackageManifest = {
    format: 'crosscase package',
    formatVersion: PACKAGE_FORMAT,
    madeWith: VERSION,
    ...head,
    parts: [...parts].map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
  const packedManifest = Buffer.from(JSON.stringify(manifest, null, 2));
  const packed = await packParts(new Map([[MANIFEST, packedManifest], ...parts]));
  const content = passphrase === null ? packed : await encrypt(packed, passphrase);
  await fs.writeFile(file, content);
  return { bytes: content.length, fingerprint: fingerprintOf(packedManifest) };
}

/**
 * Reads a package whole, or says why not: `passphrase-needed`, `passphrase-wrong`, `package-not-ours`, `package-newer`,
 * `package-damaged` (incomplete, or changed since it was made) and `package-wrong-kind`. Nothing is written anywhere.
 */
export async function readPackage(
  { path, name }: StoredFile,
  { kinds, passphrase }: { readonly kinds: readonly PackageKind[]; readonly passphrase: string | null },
): Promise<PackageFile> {
  const { manifest, fingerprint, parts } = await readAnyPackage({ path, name }, passphrase);
  if (!kinds.includes(manifest.kind)) {
    throw new AppError('package-wrong-kind', { name, found: manifest.kind, wanted: kinds });
  }
  return { manifest, fingerprint, parts };
}

async function readAnyPackage({ path, name }: StoredFile, passphrase: string | null): Promise<PackageFile> {
  const content = await fs.readFile(path);
  if (content.length === 0) throw new AppError('file-empty', { name });
  const packed = await opened(content, passphrase, name);
  if (packed.toString('latin1', 0, 2) !== 'PK') throw new AppError('package-not-ours', { name });
  try {
    const parts = new Map(await unpackParts(packed));
    const packedManifest = parts.get(MANIFEST);
    if (packedManifest === undefined) throw new AppError('package-not-ours', { name });
    parts.delete(MANIFEST);
    const manifest = readManifest(Buffer.from(packedManifest).toString('utf8'), name);
    checkParts(manifest, parts);
    return { manifest, parts, fingerprint: fingerprintOf(packedManifest) };
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    throw new AppError('package-damaged', { name, message: error.message }, { cause: error });
  }
}

async function opened(content: Buffer, passphrase: string | null, name: string): Promise<Buffer> {
  if (!isEncrypted(content)) return content;
  if (passphrase === null) throw new AppError('passphrase-needed', { name });
  return decrypt(content, passphrase, name);
}

function readManifest(json: string, name: string): PackageManifest {
  const value = parseJson(json);
  const head = manifestHead.safeParse(value);
  if (!head.success) throw new AppError('package-not-ours', { name });
  if (head.data.formatVersion > PACKAGE_FORMAT) throw new AppError('package-newer', { name });
  const manifest = packageManifest.safeParse(value);
  if (!manifest.success) throw new ZipProblem('What it says of itself does not hold together.');
  return manifest.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ZipProblem('What it says of itself cannot be read.', { cause: error });
  }
}

/** Exactly the parts that are listed, each as it was when the package was made. */
function checkParts(manifest: PackageManifest, parts: Parts): void {
  const listed = new Set(manifest.parts.map(({ name }) => name));
  for (const name of parts.keys()) {
    if (!listed.has(name)) throw new ZipProblem(`“${name}” was put into it after it was made.`);
  }
  for (const { name, bytes, sha256: hash } of manifest.parts) {
    const content = parts.get(name);
    if (content === undefined) throw new ZipProblem(`“${name}” was taken out of it.`);
    if (content.length !== bytes || sha256(content) !== hash) {
      throw new ZipProblem(`“${name}” was changed after it was made.`);
    }
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest holds the hash of every part, so its own hash stands for all. Twelve characters in groups of four. */
function fingerprintOf(packedManifest: Uint8Array): string {
  return sha256(packedManifest)
    .slice(0, 12)
    .replaceAll(/(.{4})(?=.)/g, '$1 ');
}
