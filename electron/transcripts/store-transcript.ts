import { createHash } from 'node:crypto';
import { invariant } from '#shared/assert.ts';
import type { ParticipantId, TranscriptId, VersionId } from '#shared/ids.ts';
import { countWords } from '#shared/text/words.ts';
import { parseTranscript, type StructureOptions } from '#shared/transcripts/parse-transcript.ts';
import type { SourceText } from '#shared/transcripts/source-text.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { ensureParticipant } from '#electron/participants/ensure-participant.ts';
import {
  insertSection,
  insertSpan,
  insertTranscript,
  insertTurn,
  insertVersion,
  nextPosition,
} from './transcripts-sql.ts';

export interface NewTranscript {
  /** The identity that it brings along from another file; left out: a new one. */
  readonly uid?: string;
  readonly title: string;
  readonly fileName: string;
  /** As the readers of electron/import give it: without a BOM, `\n` as the only line end. */
  readonly text: string;
  /** An existing participant is linked, a new one is made; empty for none. */
  readonly participantCode: string;
  /** What the file says about the text, and what it is. */
  readonly source?: Pick<SourceText, 'hints' | 'format' | 'encoding'>;
  readonly structure?: StructureOptions;
}

export interface StoredTranscript {
  readonly id: TranscriptId;
  readonly versionId: VersionId;
  readonly participantId: ParticipantId | null;
}

/**
 * Stores one transcript with its turns and sections, inside the mutation that calls it: the import, the builder of the
 * sample study and the bench all store through here.
 */
export function storeTranscript(context: MutationContext, transcript: NewTranscript): StoredTranscript {
  const { db } = context;
  const { title, fileName, text, source, structure = {} } = transcript;
  invariant(!text.includes('\r'), 'a transcript is stored with \\n as line end: positions count from there');
  const code = transcript.participantCode.trim();
  const participantId = code === '' ? null : ensureParticipant(context, code);
  const at = context.now();
  const position = nextPosition(db);
  const id = insertTranscript(db, {
    uid: transcript.uid ?? context.newUid(),
    participantId,
    title,
    fileName,
    position,
    at,
    format: source?.format ?? 'txt',
    encoding: source?.encoding ?? '',
  });
  const { turns, sections, frontMatter } = parseTranscript(
    { text, hints: source?.hints ?? [] },
    { ...structure, participantCode: code === '' ? null : code },
  );
  const versionId = insertVersion(db, {
    uid: context.newUid(),
    transcriptId: id,
    text,
    words: wordsSpoken(text, turns),
    sha256: hashOfText(text),
    at,
  });
  for (const turn of turns) insertTurn(db, versionId, turn);
  for (const section of sections) insertSection(db, versionId, section);
  for (const range of frontMatter) {
    insertSpan(db, { uid: context.newUid(), versionId, kind: 'front matter', note: '', ...range });
  }
  return { id, versionId, participantId };
}

/** Labels and headings are not words that anybody said. */
export function wordsSpoken(text: string, turns: readonly Pick<Turn, 'start' | 'end'>[]): number {
  return turns.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
