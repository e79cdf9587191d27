import { AppError } from '#shared/contract/errors.ts';
import type { FileRef, ParticipantId } from '#shared/ids.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { guessParticipantCode, titleFromFileName } from '#shared/transcripts/participant-code.ts';
import { parseSections } from '#shared/transcripts/parse-sections.ts';
import { parseTurns } from '#shared/transcripts/parse-turns.ts';
import type { TranscriptPreview, Turn } from '#shared/transcripts/transcripts-contract.ts';
import type { FileStore } from '#electron/core/file-store.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { listCodes } from '#electron/participants/participants-sql.ts';
import { hashOfText, wordsSpoken } from './store-transcript.ts';
import { titleOfText } from './transcripts-sql.ts';

const OPENING = 4_000;

type Readable = Extract<TranscriptPreview, { ok: true }>;

/** What each file would become. A file that cannot be read says why, and does not keep the others from being shown. */
export async function previewTranscripts(
  { db, files }: { readonly db: ReadableDb; readonly files: FileStore },
  refs: readonly FileRef[],
): Promise<readonly TranscriptPreview[]> {
  const participants = new Map(listCodes(db).map(({ id, code }) => [code, id]));
  const seen = new Map<string, string>();
  const previews: TranscriptPreview[] = [];
  for (const ref of refs) {
    let fileName = '';
    try {
      const file = files.resolve(ref);
      fileName = file.name;
      const text = await readTranscriptFile(file);
      const hash = hashOfText(text);
      const duplicateOf = seen.get(hash) ?? titleOfText(db, hash) ?? null;
      const preview = describe(ref, fileName, text, participants);
      seen.set(hash, preview.title);
      previews.push({ ...preview, sha256: hash, duplicateOf });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      previews.push({ ok: false, file: ref, fileName, error: error.toWire() });
    }
  }
  return previews;
}

function describe(
  file: FileRef,
  fileName: string,
  text: string,
  participants: ReadonlyMap<string, ParticipantId>,
): Omit<Readable, 'sha256' | 'duplicateOf'> {
  const code = guessParticipantCode(fileName, parseTurns(text, null), [...participants.keys()]);
  const turns = parseTurns(text, code);
  return {
    ok: true,
    file,
    fileName,
    title: titleFromFileName(fileName),
    opening: text.slice(0, snapOutwards(text, { start: 0, end: Math.min(OPENING, text.length) }).end),
    words: wordsSpoken(text, turns),
    turns: turns.length,
    sections: parseSections(text).map(({ title }) => title),
    speakers: speakersOf(turns),
    participant: code === null ? null : { code, existing: participants.get(code) ?? null },
  };
}

function speakersOf(turns: readonly Turn[]): Readable['speakers'] {
  const speakers = new Map<string, Readable['speakers'][number]>();
  for (const { speaker, role } of turns) {
    if (speaker === null) continue;
    speakers.set(speaker, { label: speaker, role, turns: (speakers.get(speaker)?.turns ?? 0) + 1 });
  }
  return [...speakers.values()];
}
