import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import {
  codeId,
  codingId,
  layerId,
  transcriptId,
  versionId,
  type CodeId,
  type CoderId,
  type CodingId,
  type GroupId,
  type LayerId,
  type ParticipantId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';

export interface Layer {
  readonly id: LayerId;
  readonly name: string;
  readonly own: boolean;
}

/** How sure the coder is of a coding: 1 unsure, 2 fairly sure, 3 sure. */
export type Certainty = 1 | 2 | 3;

/** Positions are UTF-16 code units of the version's text, half-open, never inside a grapheme. */
export interface Coding {
  readonly id: CodingId;
  readonly layerId: LayerId;
  readonly codeId: CodeId;
  readonly start: number;
  readonly end: number;
  /** -1 the low pole, 1 the high pole, null not marked. */
  readonly weight: number | null;
  /** Null: not said. */
  readonly certainty: Certainty | null;
  readonly goodQuotation: boolean;
  readonly memo: string;
  readonly translation: string;
  /** Who wrote the translation; null when there is none or nobody knows. */
  readonly translator: string | null;
  readonly createdAt: string;
}

/** A coding with the words it covers and where they were said. */
export interface Fragment extends Coding {
  readonly versionId: VersionId;
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  readonly participantId: ParticipantId | null;
  readonly participantCode: string | null;
  readonly coderName: string;
  readonly quotation: string;
  readonly speaker: string | null;
  readonly turnNumber: number | null;
  /** Lines of the text as in shared/transcripts/line-numbers.ts. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly sectionTitle: string | null;
}

/** What was changed of a coding in one step: the field, and its value before and after. */
export interface CodingFieldChange {
  readonly field:
    'codeId' | 'start' | 'end' | 'weight' | 'certainty' | 'goodQuotation' | 'memo' | 'translation';
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface CodingHistoryEntry {
  readonly groupId: GroupId;
  readonly at: string;
  readonly coderName: string;
  readonly label: string;
  /** `undone` and `dropped`: it was done, and taken back. */
  readonly state: 'done' | 'undone' | 'dropped';
  readonly kind: 'made' | 'changed' | 'removed';
  readonly fields: readonly CodingFieldChange[];
}

/** A coder says of a transcript that it is done. */
export interface FinishedMark {
  readonly coderId: CoderId;
  readonly coderName: string;
  readonly own: boolean;
  readonly at: string;
}

/** What became of codings that were given another code, or copied to one. */
export interface RecodedCodings {
  readonly codings: readonly Coding[];
  /** How many passages had the code already: there is still one coding of it on each. */
  readonly together: number;
}

const range = { start: z.int().min(0), end: z.int().min(1) };

export const codingContract = {
  layers: query(z.object({})).returns<readonly Layer[]>(),
  /** All layers, ordered by start, then longest first. */
  ofTranscript: query(z.object({ transcriptId })).returns<readonly Coding[]>(),
  /** Those of the given ids that exist: how a screen catches up after a change. */
  byIds: query(z.object({ ids: z.array(codingId).max(500) })).returns<
    readonly (Coding & { readonly versionId: VersionId })[]
  >(),
  /** Fragments of a code, descendants included if asked, in the order of cases and text. */
  fragments: query(
    z.object({
      codeIds: z.array(codeId).min(1).max(1000),
      descendants: z.boolean().default(true),
      layerId: layerId.nullable().default(null),
      participantId: z.int().positive().nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(2000).default(200),
    }),
  ).returns<{ readonly total: number; readonly fragments: readonly Fragment[] }>(),

  /**
   * Codes a range with one or more codes in the layer of the coder who sits here. Codes that the range has already are
   * left as they are; when it has all of them, throws `coding-exists`. The ends move outwards to whole graphemes.
   */
  apply: mutation(
    'Code a fragment',
    z.object({
      versionId,
      ...range,
      codeIds: z.array(codeId).min(1).max(20),
      weight: z.literal([-1, 1]).nullable().default(null),
    }),
  ).returns<readonly Coding[]>(),
  /** Only own codings: throws `not-your-coding`. */
  remove: mutation('Remove a coding', z.object({ ids: z.array(codingId).min(1).max(5000) })).returns<void>(),
  change: mutation(
    'Change a coding',
    z.object({
      id: codingId,
      weight: z.int().min(-2).max(2).nullable().optional(),
      certainty: z.literal([1, 2, 3]).nullable().optional(),
      goodQuotation: z.boolean().optional(),
      memo: z.string().optional(),
      /** Whoever writes it is its translator. */
      translation: z.string().optional(),
      typing,
    }),
  ).returns<void>(),
  moveEdges: mutation('Move the edges of a coding', z.object({ id: codingId, ...range })).returns<void>(),

  /**
   * Own codings get another code. Where a passage has that code already, the two become one, which keeps the memo, the
   * translation and the evidence of both. A pole stays when the other code has poles too.
   */
  recode: mutation(
    'Recode',
    z.object({ ids: z.array(codingId).min(1).max(5000), codeId }),
  ).returns<RecodedCodings>(),
  /**
   * The passages of own codings get another code as well. The translation and the mark of a good quotation go with the
   * words; memo, pole and certainty are about the code, and stay. Throws `coding-exists` when all have it already.
   */
  copyToCode: mutation(
    'Copy codings to another code',
    z.object({ ids: z.array(codingId).min(1).max(5000), codeId }),
  ).returns<RecodedCodings>(),
  /**
   * All own codings of the same code that touch or overlap this one, or each other, or have only white space in between,
   * become this one. Memos are joined in the order of the text. Throws `coding-alone`.
   */
  mergeAdjacent: mutation('Merge adjacent codings', z.object({ id: codingId })).returns<{
    readonly coding: Coding;
    readonly removed: readonly CodingId[];
  }>(),
  /**
   * Two codings instead of one; every character stays coded. The second begins at the next word after the position. The
   * memo and the translation stay with the first; cells that rest on it rest on both. Throws `split-outside`.
   */
  split: mutation('Split a coding', z.object({ id: codingId, position: z.int().min(0) })).returns<
    readonly Coding[]
  >(),
  /** Widens to the whole sentences, or turns, that it touches. */
  extend: mutation(
    'Extend a coding',
    z.object({ id: codingId, to: z.enum(['sentence', 'turn']) }),
  ).returns<Coding>(),
  /** Who changed what of this coding, and when; the oldest first. */
  historyOf: query(z.object({ id: codingId })).returns<readonly CodingHistoryEntry[]>(),

  finished: query(z.object({ transcriptId })).returns<readonly FinishedMark[]>(),
  markFinished: mutation('Mark a transcript as finished', z.object({ transcriptId })).returns<void>(),
  unmarkFinished: mutation(
    'Take back that a transcript is finished',
    z.object({ transcriptId }),
  ).returns<void>(),

  /** Where this machine was reading; null when it never was, or when the text has a new version since. */
  readingPosition: command(z.object({ transcriptId })).returns<number | null>(),
  rememberPosition: command(z.object({ transcriptId, position: z.int().min(0) })).returns<void>(),
  /** The codes of the digits 1 to 9 on this machine, in that order. */
  pins: command(z.object({})).returns<readonly (CodeId | null)[]>(),
  rememberPins: command(z.object({ pins: z.array(codeId.nullable()).max(9) })).returns<void>(),
};
