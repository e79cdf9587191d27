import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { codeId, transcriptId, versionId, type CodeId, type TranscriptId, type VersionId } from '../ids.ts';
import type { TextRange } from '../text/text-range.ts';

/** A sentence in which cues of a code stand: what is proposed for coding. The range is that of the sentence. */
export interface CuePlace extends TextRange {
  readonly codeId: CodeId;
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  /** The words that were found, in order. */
  readonly hits: readonly TextRange[];
  /** The cues that found them, as they are written in the codebook. */
  readonly cues: readonly string[];
}

export const cueOutcomes = ['sentence', 'turn', 'other code', 'skipped'] as const;
export type CueOutcome = (typeof cueOutcomes)[number];

export interface CueDecision extends TextRange {
  readonly codeId: CodeId;
  readonly versionId: VersionId;
  readonly outcome: CueOutcome;
}

/** What the coder who sits here has coded already. */
export interface CodedPlace extends TextRange {
  readonly codeId: CodeId;
  readonly versionId: VersionId;
}

const codeIds = z.array(codeId).max(1000);
const place = { codeId, versionId, start: z.int().min(0), end: z.int().min(1) };

export const cuesContract = {
  /** In the order of transcripts and text. Throws nothing for a code without cues: it has no places. */
  places: query(
    z.object({
      codeIds,
      /** Null: all of them. */
      transcriptIds: z.array(transcriptId).max(5000).nullable().default(null),
      /** What the interviewer says is searched too. */
      interviewer: z.boolean().default(false),
    }),
  ).returns<{ readonly places: readonly CuePlace[]; readonly more: boolean }>(),

  /** Of the coder who sits here. */
  progress: query(z.object({ codeIds })).returns<{
    readonly decisions: readonly CueDecision[];
    readonly coded: readonly CodedPlace[];
  }>(),

  /** Codes the sentence, or the whole turn around it, in the layer of the coder; with another code if one is given. */
  accept: mutation(
    'Code a passage found by a cue',
    z.object({ ...place, unit: z.enum(['sentence', 'turn']), withCodeId: codeId.nullable().default(null) }),
  ).returns<void>(),
  skip: mutation('Skip a passage found by a cue', z.object(place)).returns<void>(),
};
