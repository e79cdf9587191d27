import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import type { RowKey } from '../matrices/row-keys.ts';
import {
  codeId,
  versionId,
  type CodeId,
  type CodingId,
  type ColumnId,
  type MatrixId,
  type MemoId,
  type ParticipantId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';

export interface TextHit {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly participantCode: string | null;
  /** UTF-16 code units in the version's text. */
  readonly start: number;
  readonly end: number;
  /** The words around it; `contextStart` is where they begin in the text. */
  readonly context: string;
  readonly contextStart: number;
}

/** Where one can search. */
export const searchFields = [
  'transcripts',
  'coding-memos',
  'translations',
  'memos',
  'codes',
  'cells',
] as const;
export type SearchField = (typeof searchFields)[number];

/** Where a hit stands: enough to go there. Positions are UTF-16 code units of the version's text. */
export type HitPlace =
  | {
      readonly kind: 'text';
      readonly transcriptId: TranscriptId;
      readonly versionId: VersionId;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'coding'; readonly transcriptId: TranscriptId; readonly codingId: CodingId }
  | { readonly kind: 'memo'; readonly memoId: MemoId }
  | { readonly kind: 'code'; readonly codeId: CodeId }
  | {
      readonly kind: 'cell';
      readonly matrixId: MatrixId;
      readonly columnId: ColumnId;
      readonly rowKey: RowKey;
    }
  | { readonly kind: 'case'; readonly participantId: ParticipantId };

export interface SearchHit {
  readonly place: HitPlace;
  /** What it is a hit in: “T03”, “T03 × Practice”. Hits of one thing follow each other. */
  readonly heading: string;
  /** Which part of it, where it has several: “Definition”. */
  readonly part: string | null;
  readonly context: string;
  /** The hit in the context. */
  readonly start: number;
  readonly end: number;
}

export interface SearchGroup {
  readonly field: SearchField;
  /** In transcripts, every occurrence; elsewhere, the texts that answer, each shown with its first occurrence. */
  readonly total: number;
  /** There are more than `total` says: the search stopped when it had enough. */
  readonly more: boolean;
  /** Transcripts that hold it; elsewhere the same as `total`. */
  readonly things: number;
  readonly hits: readonly SearchHit[];
}

export const codingUnits = ['hit', 'sentence', 'turn'] as const;
export type CodingUnit = (typeof codingUnits)[number];

export const searchContract = {
  /**
   * Words in the transcripts, case and diacritics folded; the words together are a phrase, a trailing * makes the last
   * word a prefix. `total` counts every occurrence; hits are in the order of transcripts and text.
   */
  text: query(
    z.object({ text: z.string().min(1).max(400), limit: z.int().min(1).max(500).default(50) }),
  ).returns<{ readonly total: number; readonly transcripts: number; readonly hits: readonly TextHit[] }>(),

  /** Everything people wrote or said, in the syntax of search-query.ts; at most `limit` hits of each field. */
  find: query(
    z.object({
      text: z.string().max(400),
      fields: z.array(z.enum(searchFields)).min(1),
      limit: z.int().min(1).max(5000).default(100),
    }),
  ).returns<readonly SearchGroup[]>(),

  /**
   * Codes hits in transcripts in the layer of the coder who sits here: the words found, their sentence or their turn.
   * Passages that have the code already are left as they are, and counted in `skipped`; when all of them have it, throws
   * `coding-exists`. One undo step.
   */
  codeHits: mutation(
    'Code hits of a search',
    z.object({
      hits: z
        .array(z.object({ versionId, start: z.int().min(0), end: z.int().min(1) }))
        .min(1)
        .max(5000),
      unit: z.enum(codingUnits),
      codeId,
    }),
  ).returns<{ readonly coded: number; readonly skipped: number }>(),
};
