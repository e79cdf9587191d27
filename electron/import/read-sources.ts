import fs from 'node:fs';
import path from 'node:path';
import { AppError, fromWire, type WireError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/ids.ts';
import type { Encoding } from '#shared/transcripts/encodings.ts';
import type { SourceText } from '#shared/transcripts/source-text.ts';
import type { Services } from '#electron/core/services.ts';
import type { FileStore, StoredFile } from '#electron/core/file-store.ts';
import { TaskStalled } from '#electron/tasks/tasks.ts';
import { readTranscriptFile } from './transcript-formats.ts';

export interface SourceRequest {
  readonly file: FileRef;
  readonly encoding: Encoding | null;
}

/** A file that was read, or why it could not be. */
export interface ReadFile {
  readonly file: FileRef;
  readonly fileName: string;
  readonly source: SourceText | AppError;
}

export interface FileToRead extends StoredFile {
  readonly encoding: Encoding | null;
}

export type ReadResult =
  { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly error: WireError };

/** A file that has not been read by then never will be. */
const MOST_SECONDS = 20;
/** Plain text of this size is read in the time that a thread takes to start. */
const SMALL = 1024 * 1024;
const PLAIN = new Set(['.txt', '.text', '.md', '.markdown', '.vtt', '.srt', '.sbv']);
/** As many characters of files that were read are kept, so that looking again with other choices costs nothing. */
const MOST_KEPT = 60_000_000;

const kept = new WeakMap<FileStore, Map<string, SourceText>>();

/**
 * Reads files, on a thread of their own unless they are small and plain. One that cannot be read, takes too long or
 * fills the memory says so, and the others are read all the same. Throws only `cancelled`.
 */
export async function readSources(
  { files, tasks }: Pick<Services, 'files' | 'tasks'>,
  requests: readonly SourceRequest[],
): Promise<readonly ReadFile[]> {
  const known = kept.get(files) ?? new Map<string, SourceText>();
  kept.set(files, known);
  const answers = new Map<SourceRequest, ReadFile>();
  const wanted: { request: SourceRequest; file: FileToRead; key: string }[] = [];
  for (const request of requests) {
    try {
      const file = { ...files.resolve(request.file), encoding: request.encoding };
      const key = keyOf(file);
      const source = known.get(key);
      if (source === undefined) wanted.push({ request, file, key });
      else answers.set(request, { file: request.file, fileName: file.name, source });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      answers.set(request, { file: request.file, fileName: 'The file', source: error });
    }
  }
  const toRead = wanted.map(({ file }) => file);
  const results = areSmall(toRead) ? await readHere(toRead) : await readApart(tasks, toRead);
  wanted.forEach(({ request, file, key }, index) => {
    const result = results[index];
    if (result === undefined) return;
    if (result.ok) known.set(key, result.source);
    const source = result.ok ? result.source : fromWire(result.error);
    answers.set(request, { file: request.file, fileName: file.name, source });
  });
  forgetOldest(known);
  return requests.flatMap((request) => answers.get(request) ?? []);
}

/** Reads one file after the other; runs on a worker thread too. */
export async function readFiles(
  files: readonly FileToRead[],
  report: (done: number, total: number) => void,
): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (const [index, file] of files.entries()) {
    report(index, files.length);
    try {
      results.push({ ok: true, source: await readTranscriptFile(file, file.encoding) });
    } catch (error) {
      if (error instanceof AppError) results.push({ ok: false, error: error.toWire() });
      else
        results.push({
          ok: false,
          error: unreadable(file, error instanceof Error ? error.message : String(error)),
        });
    }
  }
  return results;
}

function readHere(files: readonly FileToRead[]): Promise<readonly ReadResult[]> {
  return readFiles(files, () => {});
}

async function readApart(
  tasks: Services['tasks'],
  files: readonly FileToRead[],
): Promise<readonly ReadResult[]> {
  if (files.length === 0) return [];
  try {
    const label = files.length === 1 ? `Reading ${files[0]?.name}` : `Reading ${files.length} files`;
    return await tasks.run('readTranscripts', label, { files }, MOST_SECONDS * 1000);
  } catch (error) {
    if (!(error instanceof TaskStalled)) throw error;
    // The thread is gone with what it had read: that is read again, and the file it could not end is left out.
    const bad = files[error.done];
    if (bad === undefined) throw error;
    const before = await readApart(tasks, files.slice(0, error.done));
    const after = await readApart(tasks, files.slice(error.done + 1));
    const why: WireError = error.ranOut
      ? unreadable(bad, 'It needs more memory than a transcript may.')
      : { code: 'file-too-slow', detail: { name: bad.name, seconds: MOST_SECONDS } };
    return [...before, { ok: false, error: why }, ...after];
  }
}

function unreadable({ name }: FileToRead, message: string): WireError {
  return { code: 'file-unreadable', detail: { name, message } };
}

function areSmall(files: readonly FileToRead[]): boolean {
  let bytes = 0;
  for (const { path: place, name } of files) {
    if (!PLAIN.has(path.extname(name).toLowerCase())) return false;
    bytes += fs.statSync(place, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes <= SMALL;
}

/** A file that was changed meanwhile is another one. */
function keyOf({ path: place, name, encoding }: FileToRead): string {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  return [place, name, stat?.mtimeMs, stat?.size, encoding].join('\n');
}

function forgetOldest(known: Map<string, SourceText>): void {
  let characters = [...known.values()].reduce((sum, { text }) => sum + text.length, 0);
  for (const [key, { text }] of known) {
    if (characters <= MOST_KEPT) return;
    known.delete(key);
    characters -= text.length;
  }
}
