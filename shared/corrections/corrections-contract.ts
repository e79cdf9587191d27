import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import {
  codingId,
  fileRef,
  touchedCodingId,
  transcriptId,
  versionId,
  type CodeId,
  type CodingId,
  type TouchedCodingId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';
import type { Section, Turn } from '../transcripts/transcripts-contract.ts';

export type CorrectionKind = 'edited' | 'imported again' | 'pseudonyms';

/** What would become, or became, of the codings of a transcript. */
export interface CorrectionOutcome {
  /** Codings whose words are exactly what they were. */
  readonly kept: number;
  readonly touched: readonly TouchedCoding[];
}

export interface TouchedCoding {
  /** Null before the correction is saved. */
  readonly id: TouchedCodingId | null;
  readonly codingId: CodingId;
  readonly outcome: 'changed' | 'lost';
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  readonly codeId: CodeId;
  readonly codeName: string;
  readonly layerName: string;
  /** Whether the coder who sits here may place or remove it. */
  readonly mine: boolean;
  /** Of a consensus, which belongs to nobody: any coder may place it. */
  readonly shared: boolean;
  /** Its words before, with a little of what stood around them. */
  readonly before: QuotedWords;
  /** Its words now; null when it is lost. */
  readonly after: QuotedWords | null;
  /** Where it is now, or, when it is lost, where its surroundings are now. */
  readonly position: number;
}

export interface QuotedWords {
  readonly lead: string;
  readonly words: string;
  readonly tail: string;
}

export interface TranscriptVersion {
  readonly id: VersionId;
  readonly number: number;
  readonly createdAt: string;
  /** How it came of the version `madeFrom`; null for what was imported. */
  readonly made: {
    readonly kind: CorrectionKind;
    readonly reason: string;
    readonly coderName: string | null;
    readonly madeFrom: number;
    readonly kept: number;
    readonly changed: number;
    readonly lost: number;
  } | null;
  readonly words: number;
  readonly characters: number;
  /** Codings that stand in it: in the newest all that are placed, in older ones those that were lost. */
  readonly codings: number;
}

const text = z.string().max(5_000_000);

/** In order, apart, in UTF-16 code units of the version that is corrected. */
const change = z.object({ start: z.int().min(0), end: z.int().min(0), text });

const correction = z.object({
  transcriptId,
  /** The version that was edited: refused when there is a newer one by now. */
  versionId,
  changes: z.array(change).min(1).max(20_000),
});

export const correctionsContract = {
  /** What saving would do. Nothing is stored by looking. */
  preview: query(correction).returns<CorrectionOutcome>(),
  /** Makes a new version, and moves every coding of every layer to it, in one undo step. */
  save: mutation(
    'Correct a transcript',
    correction.extend({ reason: z.string().max(2000).default('') }),
  ).returns<{
    readonly versionId: VersionId;
    readonly number: number;
    readonly kept: number;
    readonly changed: number;
    readonly lost: number;
  }>(),
  /** A corrected file over a transcript that is there. */
  previewFile: command(z.object({ transcriptId, file: fileRef })).returns<
    CorrectionOutcome & { readonly same: boolean }
  >(),
  saveFile: mutation(
    'Import a corrected transcript',
    z.object({ transcriptId, file: fileRef, reason: z.string().max(2000).default('') }),
  ).returns<{
    readonly versionId: VersionId;
    readonly kept: number;
    readonly changed: number;
    readonly lost: number;
  }>(),

  versions: query(z.object({ transcriptId })).returns<readonly TranscriptVersion[]>(),
  version: query(z.object({ versionId })).returns<{
    readonly text: string;
    readonly turns: readonly Turn[];
    readonly sections: readonly Section[];
  }>(),

  /** Codings that a correction touched and that nobody has settled yet; null for those of all transcripts. */
  touched: query(z.object({ transcriptId: transcriptId.nullable() })).returns<readonly TouchedCoding[]>(),
  /** Somebody looked at changed codings and found them right. */
  settle: mutation(
    'Settle changed codings',
    z.object({ ids: z.array(touchedCodingId).min(1).max(5000) }),
  ).returns<void>(),
  /** Puts a lost coding on a passage of the newest version. */
  place: mutation(
    'Place a lost coding',
    z.object({ codingId, start: z.int().min(0), end: z.int().min(0) }),
  ).returns<void>(),
};
