import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import {
  codeId,
  codingId,
  layerId,
  transcriptId,
  versionId,
  type CodeId,
  type CodingId,
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

/** Positions are UTF-16 code units of the version's text, half-open, never inside a grapheme. */
export interface Coding {
  readonly id: CodingId;
  readonly layerId: LayerId;
  readonly codeId: CodeId;
  readonly start: number;
  readonly end: number;
  /** -1 the low pole, 1 the high pole, null not marked. */
  readonly weight: number | null;
  readonly memo: string;
  readonly translation: string;
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
  readonly sectionTitle: string | null;
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
  remove: mutation('Remove a coding', z.object({ ids: z.array(codingId).min(1).max(500) })).returns<void>(),
  change: mutation(
    'Change a coding',
    z.object({
      id: codingId,
      weight: z.int().min(-2).max(2).nullable().optional(),
      memo: z.string().optional(),
      translation: z.string().optional(),
    }),
  ).returns<void>(),
  moveEdges: mutation('Move the edges of a coding', z.object({ id: codingId, ...range })).returns<void>(),
};
