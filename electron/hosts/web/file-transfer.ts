import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/ids.ts';
import type { FileStore } from '#electron/core/file-store.ts';

const MEGABYTE = 1024 * 1024;
export const UPLOAD_LIMIT_MB = 60;

/** Writes an upload to the core's scratch space as it comes in. Throws `file-too-large`; then nothing is kept. */
export async function receiveFile(
  files: FileStore,
  name: string,
  body: ReadableStream<Uint8Array> | null,
  announcedBytes: number | null,
): Promise<FileRef> {
  if (announcedBytes !== null && announcedBytes > UPLOAD_LIMIT_MB * MEGABYTE)
    throw tooLarge(name, announcedBytes);
  const { ref, path } = files.reserve(name);
  try {
    await pipeline(limited(body, name), fs.createWriteStream(path));
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  }
  return ref;
}

async function* limited(body: ReadableStream<Uint8Array> | null, name: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > UPLOAD_LIMIT_MB * MEGABYTE) throw tooLarge(name, bytes);
    yield chunk;
  }
}

function tooLarge(name: string, bytes: number): AppError {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return new AppError('file-too-large', { name, megabytes, limit: UPLOAD_LIMIT_MB });
}

/** A file of the core as a download. Throws `file-missing`. */
export function sendFile(files: FileStore, ref: FileRef, wantedName: string | undefined): Response {
  const stored = files.resolve(ref);
  const { size } = fs.statSync(stored.path);
  // The same stream under two declarations, Node's and the DOM's.
  const body = Readable.toWeb(fs.createReadStream(stored.path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': attachment(wantedName ?? stored.name),
    },
  });
}

/** A header that names a download, whatever the name holds: no quote or line end of it can end the header early. */
export function attachment(name: string): string {
  const safe = name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replace(/^\.+/, '')
    .trim();
  const shown = safe === '' ? 'download' : safe;
  const ascii = shown.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/[%;']/g, '_');
  const encoded = encodeURIComponent(shown).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
