import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { codeId, guideQuestionId, transcriptId } from '../ids.ts';
import { speakerRoles } from '../transcripts/transcripts-contract.ts';

/** What the passages to code have in common. */
export const codedBy = z.discriminatedUnion('kind', [
  /** Every turn of a speaker, by the name in the transcripts. */
  z.object({ kind: z.literal('speaker'), speaker: z.string() }),
  z.object({ kind: z.literal('role'), role: z.enum(speakerRoles) }),
  /** Every part of the interview with this heading. */
  z.object({ kind: z.literal('part'), title: z.string() }),
  /** Where a question of the guide is asked and answered. */
  z.object({ kind: z.literal('question'), questionId: guideQuestionId }),
]);
export type CodedBy = z.infer<typeof codedBy>;

const request = z.object({
  by: codedBy,
  codeId,
  /** Null: all of them. */
  transcriptIds: z.array(transcriptId).nullable().default(null),
});

export interface AutoCodingPreview {
  /** Passages that would be coded. */
  readonly passages: number;
  readonly transcripts: number;
  /** Passages that the coder has coded with it already. */
  readonly already: number;
  /** Passages that have a code which excludes it. */
  readonly excluded: number;
}

export const autoCodingContract = {
  /** What there is to code by. */
  choices: query(z.object({})).returns<{
    readonly speakers: readonly string[];
    readonly parts: readonly string[];
  }>(),
  preview: query(request).returns<AutoCodingPreview>(),
  /** Codes them all in the layer of the coder who sits here: one undo step. */
  apply: mutation('Code by structure', request).returns<AutoCodingPreview>(),
};
