import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { docxTranscript } from './docx-transcript.ts';
import { readSourceFile } from './source-file.ts';
import { txtTranscript } from './txt-transcript.ts';

/** One kind of file that a transcript can come from. */
export interface TranscriptFormat {
  /** In lower case, with its dot. */
  readonly extension: string;
  /** The text, with `\n` as line end. Throws one of the `file-…` errors. */
  read(bytes: Buffer, name: string): Promise<string>;
}

/** Every kind of file that a transcript can come from: a new one is one file and one line here. */
export const transcriptFormats: readonly TranscriptFormat[] = [txtTranscript, docxTranscript];

/** The text of a transcript file; what cannot be read says why. */
export async function readTranscriptFile(file: StoredFile): Promise<string> {
  const { name } = file;
  const extension = path.extname(name).toLowerCase();
  const format = transcriptFormats.find((candidate) => candidate.extension === extension);
  if (format === undefined) {
    const known = transcriptFormats.map((candidate) => candidate.extension);
    throw new AppError('file-format-unknown', { name, known });
  }
  const text = await format.read(await readSourceFile(file), name);
  if (text.trim() === '') throw new AppError('file-empty', { name });
  return text;
}
