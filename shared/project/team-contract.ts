import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { coderId, transcriptId, type CoderId, type TranscriptId } from '../ids.ts';

export interface TeamTranscript {
  readonly id: TranscriptId;
  readonly title: string;
  readonly participantCode: string | null;
  /** Who codes it independently: everybody, unless somebody was chosen for it. */
  readonly coders: readonly {
    readonly coderId: CoderId;
    /** Null: not finished yet. */
    readonly finishedAt: string | null;
  }[];
  /** False when nobody was chosen for it, so that everybody codes it. */
  readonly chosen: boolean;
  /** All of them have finished it: while the study is coded blind, its codings are shown from then on. */
  readonly open: boolean;
}

export interface Team {
  readonly blind: boolean;
  readonly coders: readonly { readonly id: CoderId; readonly name: string; readonly own: boolean }[];
  readonly transcripts: readonly TeamTranscript[];
}

/** Who codes what, and whether they see each other's work. Part of the project's contract. */
export const teamContract = {
  team: query(z.object({})).returns<Team>(),
  /**
   * While a study is coded blind, what others did in a transcript (codings, their memos, counts, hits, evidence) leaves
   * the core for nobody until all who code it have finished it.
   */
  setBlind: mutation('Code blind', z.object({ blind: z.boolean() })).returns<void>(),
  /** Chooses who codes these transcripts; an empty list means everybody. */
  assign: mutation(
    'Choose who codes a transcript',
    z.object({
      transcriptIds: z.array(transcriptId).min(1).max(5000),
      coderIds: z.array(coderId).max(100),
    }),
  ).returns<void>(),
};
