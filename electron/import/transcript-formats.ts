import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Encoding } from '#shared/transcripts/encodings.ts';
import type { SourceText } from '#shared/transcripts/source-text.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { docxTranscript } from './docx-transcript.ts';
import { htmlTranscript } from './html-transcript.ts';
import { mdTranscript } from './md-transcript.ts';
import { odtTranscript } from './odt-transcript.ts';
import { pdfTranscript } from './pdf-transcript.ts';
import { rtfTranscript } from './rtf-transcript.ts';
import { readSourceFile } from './source-file.ts';
import { subtitleTranscript } from './subtitle-transcript.ts';
import { txtTranscript } from './txt-transcript.ts';

/** One kind of file that a transcript can come from. */
export interface TranscriptFormat {
  /** In lower case, with their dots; the usual one first. */
  readonly extensions: readonly string[];
  /** Throws one of the `file-…` errors. `encoding` is what a person chose, for formats that do not fix their own. */
  read(bytes: Buffer, name: string, encoding: Encoding | null): SourceText | Promise<SourceText>;
}

/** Every kind of file that a transcript can come from: a new one is one file and one line here. */
export const transcriptFormats: readonly TranscriptFormat[] = [
  txtTranscript,
  mdTranscript,
  docxTranscript,
  odtTranscript,
  rtfTranscript,
  htmlTranscript,
  pdfTranscript,
  subtitleTranscript,
];

/** A text of two hours has about 120,000 characters: beyond this it is not an interview. */
const MOST_CHARACTERS = 10_000_000;

/** What a transcript file holds; what cannot be read says why. */
export async function readTranscriptFile(
  file: StoredFile,
  encoding: Encoding | null = null,
): Promise<SourceText> {
  const { name } = file;
  const extension = path.extname(name).toLowerCase();
  const format = transcriptFormats.find(({ extensions }) => extensions.includes(extension));
  if (format === undefined) {
    const known = transcriptFormats.flatMap(({ extensions }) => extensions.slice(0, 3));
    throw new AppError('file-format-unknown', { name, known });
  }
  const source = await format.read(await readSourceFile(file), name, encoding);
  if (source.text.trim() === '') throw new AppError('file-empty', { name });
  if (source.text.length > MOST_CHARACTERS) {
    throw new AppError('text-too-long', { name, characters: source.text.length, limit: MOST_CHARACTERS });
  }
  const nul = source.text.indexOf('\0');
  if (nul !== -1) throw new AppError('text-nul', { name, position: nul + 1 });
  if (!source.text.isWellFormed()) {
    throw new AppError('text-surrogate', { name, position: source.text.search(/\p{Cs}/u) + 1 });
  }
  return source;
}
