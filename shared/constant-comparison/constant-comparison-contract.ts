import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import {
  attributeId,
  codeId,
  codingId,
  transcriptId,
  type CodeId,
  type CoderId,
  type CodingId,
  type MemoId,
  type TranscriptId,
} from '../ids.ts';
import type { ComparisonKind } from '../memos/memos-contract.ts';

export const verdicts = ['fits', 'stretches', 'does not fit'] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/** What a coder found when holding a fragment against another one, or against the code as it was then. */
export interface Comparison {
  readonly codingId: CodingId;
  /** Null: against all fragments of the code together. */
  readonly otherId: CodingId | null;
  readonly verdict: Verdict;
  readonly kind: ComparisonKind;
  readonly at: string;
}

/** “No new codes”: what a coder noted after a transcript. */
export interface SaturationNote {
  readonly transcriptId: TranscriptId;
  readonly coderId: CoderId;
  readonly coderName: string;
  readonly at: string;
  readonly note: string;
}

const pair = {
  codeId,
  codingId,
  otherId: codingId.nullable().default(null),
  /** By which cases are grouped: it decides whether a comparison stays within a group. */
  attributeId: attributeId.nullable().default(null),
};

export const constantComparisonContract = {
  /** Those of the coder who sits here, oldest first. */
  ofCode: query(z.object({ codeId })).returns<readonly Comparison[]>(),
  /** Own codings of the code that were never held against the others, oldest first. */
  queue: query(z.object({ codeId })).returns<readonly CodingId[]>(),

  /** Null takes the verdict back. A second verdict on the same two replaces the first. */
  judge: mutation('Compare fragments', z.object({ ...pair, verdict: verdict.nullable() })).returns<void>(),
  /** Begins a comparison memo on a fragment, with links to what is compared. */
  beginMemo: mutation('Write a comparison memo', z.object(pair)).returns<MemoId>(),
  /** Gives an own coding another code in place of the one it has: an existing one, or a new one beside it. */
  recode: mutation(
    'Give a fragment another code',
    z.object({
      codingId,
      to: z.union([z.object({ codeId }), z.object({ newName: z.string() })]),
    }),
  ).returns<CodeId>(),

  saturation: query(z.object({})).returns<readonly SaturationNote[]>(),
  /** Records that a transcript brought no new codes; null takes the record back. */
  noteSaturation: mutation(
    'Record: no new codes',
    z.object({ transcriptId, note: z.string().max(2000).nullable() }),
  ).returns<void>(),
};
