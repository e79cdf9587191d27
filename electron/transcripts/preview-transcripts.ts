import type { FileRef, ParticipantId } from '#shared/ids.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { nearDuplicates } from '#shared/transcripts/near-duplicates.ts';
import { guessParticipantCode, titleFromFileName } from '#shared/transcripts/participant-code.ts';
import { parseTranscript } from '#shared/transcripts/parse-transcript.ts';
import type { SourceText } from '#shared/transcripts/source-text.ts';
import type { StructureChoices, TranscriptPreview, Turn } from '#shared/transcripts/transcripts-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { ReadFile } from '#electron/import/read-sources.ts';
import { listCodes } from '#electron/participants/participants-sql.ts';
import { hashOfText, wordsSpoken } from './store-transcript.ts';
import { titleOfText } from './transcripts-sql.ts';

const OPENING = 4_000;
const FIRST_TURNS = 60;
const LONGEST_TURN = 600;

type Readable = Extract<TranscriptPreview, { ok: true }>;

export interface PreviewChoices {
  readonly structure: StructureChoices;
  readonly participantCode: string | null;
}

/** What each file would become. A file that cannot be read says why, and does not keep the others from being shown. */
export function previewTranscripts(
  db: ReadableDb,
  read: readonly ReadFile[],
  choices: PreviewChoices,
): readonly TranscriptPreview[] {
  const participants = new Map(listCodes(db).map(({ id, code }) => [code, id]));
  const seen = new Map<string, string>();
  return read.map(({ file, fileName, source }) => {
    if (source instanceof Error) return { ok: false, file, fileName, error: source.toWire() };
    const hash = hashOfText(source.text);
    const duplicateOf = seen.get(hash) ?? titleOfText(db, hash) ?? null;
    const preview = describe(file, fileName, source, participants, choices);
    seen.set(hash, preview.title);
    return { ...preview, sha256: hash, duplicateOf };
  });
}

function describe(
  file: FileRef,
  fileName: string,
  source: SourceText,
  participants: ReadonlyMap<string, ParticipantId>,
  { structure, participantCode }: PreviewChoices,
): Omit<Readable, 'sha256' | 'duplicateOf'> {
  const { text, format, encoding, notes } = source;
  const first = parseTranscript(source, structure);
  const guessed = participantCode ?? guessParticipantCode(fileName, first.turns, [...participants.keys()]);
  const code = guessed === '' ? null : guessed;
  const { turns, sections, frontMatter, style } =
    code === null ? first : parseTranscript(source, { ...structure, participantCode: code });
  const speakers = speakersOf(turns);
  return {
    ok: true,
    file,
    fileName,
    title: titleFromFileName(fileName),
    format,
    encoding,
    notes,
    opening: clip(text, 0, OPENING),
    firstTurns: turns.slice(0, FIRST_TURNS).map(({ speaker, role, startMs, start, end }) => ({
      speaker,
      role,
      startMs,
      text: clip(text, start, Math.min(end, start + LONGEST_TURN)),
    })),
    style,
    frontMatter: frontMatter
      .map(({ start, end }) => clip(text, start, Math.min(end, start + LONGEST_TURN)))
      .join('\n'),
    timed: turns.some(({ startMs }) => startMs !== null),
    words: wordsSpoken(text, turns),
    turns: turns.length,
    sections: sections.map(({ title }) => title),
    speakers,
    nearDuplicates: nearDuplicates(speakers),
    participant: code === null ? null : { code, existing: participants.get(code) ?? null },
  };
}

/** Never inside a grapheme. */
function clip(text: string, start: number, end: number): string {
  return end <= start
    ? ''
    : text.slice(start, snapOutwards(text, { start, end: Math.min(end, text.length) }).end);
}

function speakersOf(turns: readonly Turn[]): Readable['speakers'] {
  const speakers = new Map<string, Readable['speakers'][number]>();
  for (const { speaker, role } of turns) {
    if (speaker === null) continue;
    speakers.set(speaker, { label: speaker, role, turns: (speakers.get(speaker)?.turns ?? 0) + 1 });
  }
  return [...speakers.values()];
}
