import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import {
  fileRef,
  guideQuestionId,
  transcriptId,
  type GuidePartId,
  type GuideQuestionId,
  type TranscriptId,
} from '../ids.ts';

export interface GuideQuestion {
  readonly id: GuideQuestionId;
  readonly text: string;
}

export interface GuidePart {
  readonly id: GuidePartId;
  readonly title: string;
  readonly questions: readonly GuideQuestion[];
}

/** What looking for the guide's questions found in one transcript. */
export interface FoundQuestions {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly found: number;
  /** Questions that nobody seems to have asked. */
  readonly missing: readonly string[];
}

const everyTranscript = z.array(transcriptId).nullable().default(null);

/** The interview guide: what was to be asked, in parts. */
export const guideContract = {
  get: query(z.object({})).returns<readonly GuidePart[]>(),
  /** Questions whose words stay keep their places in transcripts; a question that goes takes its places along. */
  save: mutation(
    'Change the interview guide',
    z.object({
      parts: z.array(z.object({ title: z.string(), questions: z.array(z.string()) })).max(200),
    }),
  ).returns<void>(),
  /** A JSON file with `parts`, each with a `title` and `questions`; it takes the place of the guide that is there. */
  importFile: mutation('Import the interview guide', z.object({ file: fileRef })).returns<{
    readonly parts: number;
    readonly questions: number;
  }>(),
  /** What `match` would find; null: in every transcript. */
  preview: query(z.object({ transcriptIds: everyTranscript })).returns<readonly FoundQuestions[]>(),
  /** Marks where each question is asked, by the interviewer's words; marks that were there go. */
  match: mutation('Find the questions of the guide', z.object({ transcriptIds: everyTranscript })).returns<
    readonly FoundQuestions[]
  >(),
  /** By hand: in this turn the question is asked; null: none is. */
  mark: mutation(
    'Mark a question',
    z.object({
      transcriptId,
      turnNumber: z.int().positive(),
      questionId: guideQuestionId.nullable(),
    }),
  ).returns<void>(),
};
