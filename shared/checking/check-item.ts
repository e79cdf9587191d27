import { z } from 'zod';
import { ratings } from '../matrices/cell-kinds.ts';

/** How a checker is to look: `own summary` and `own rating` are written before the author's are shown. */
export const checkModes = ['open', 'own summary', 'own rating'] as const;
export type CheckMode = (typeof checkModes)[number];

export const stances = ['supports', 'qualifies', 'contradicts'] as const;

const text = z.string().max(200_000);

/** A fragment with as much around it as it takes to judge it, whether it is read here or came in a file. */
export const checkEvidence = z.object({
  uid: z.string(),
  code: text,
  /** The pole that the coding has, by its name; null for none. */
  pole: text.nullable().default(null),
  source: text,
  speaker: text.nullable(),
  before: text,
  quotation: text,
  after: text,
  translation: text,
  stance: z.enum(stances).nullable(),
  coder: text,
});
export type CheckEvidence = z.infer<typeof checkEvidence>;

/** A cell with what is needed to check it. */
export const checkItem = z.object({
  cellUid: z.string(),
  matrix: text,
  column: text,
  row: text,
  author: text.nullable(),
  decisionRules: z.array(text),
  evidence: z.array(checkEvidence).max(5_000),
  /** How many fragments there are, when not all are listed. */
  fragments: z.int().min(0),
  mode: z.enum(checkModes),
});
export type CheckItem = z.infer<typeof checkItem>;

/** What the author says, and the hash by which it is known again. */
export const checkClaim = z.object({
  summary: text,
  rating: z.enum(ratings).nullable(),
  claimHash: z.string(),
});

/** An earlier verdict of the same checker, with what the author made of it. */
export const pastCheck = z.object({
  verdict: z.enum(['agree', 'minor', 'major']),
  note: text,
  at: z.string(),
  /** What the cell said then. */
  summary: text,
  answer: text,
  answeredBy: text.nullable(),
  answeredAt: z.string().nullable(),
  resolution: text,
  resolvedBy: text.nullable(),
  resolvedAt: z.string().nullable(),
  /** It is about the claim that is in the file. */
  isCurrent: z.boolean(),
});
export type PastCheck = z.infer<typeof pastCheck>;

/** What the checker wrote before they saw the author's, on its way back to them with the author's. */
export const ownView = z.object({
  uid: z.string(),
  summary: text,
  rating: z.enum(ratings).nullable(),
});
export type OwnView = z.infer<typeof ownView>;

export const CHECK_PART = 'cells.json';
/**
 * What a `check` package holds. While the checker is still to write their own, there is no claim in it, and no hash of
 * one: a rating would be guessed from its hash.
 */
export const checkPart = z.object({
  checker: z.object({ uid: z.string(), name: z.string() }),
  cells: z
    .array(
      checkItem.extend({
        inputHash: z.string(),
        claim: checkClaim.nullable(),
        own: ownView.nullable(),
        past: z.array(pastCheck).default([]),
      }),
    )
    .max(100_000),
});
export type CheckPart = z.infer<typeof checkPart>;

export const VERDICTS_PART = 'verdicts.json';
/** What a `checked` package holds: verdicts, and own views of cells whose claim the checker has not seen. */
export const verdictsPart = z.object({
  checker: z.object({ uid: z.string(), name: z.string() }),
  verdicts: z
    .array(
      z.object({
        uid: z.string(),
        cellUid: z.string(),
        cell: text,
        /** Null for an own view: it is about the evidence alone. */
        claimHash: z.string().nullable(),
        inputHash: z.string(),
        /** What the author said when it was sent; empty for an own view. */
        summary: text,
        rating: z.enum(ratings).nullable().default(null),
        ownSummary: text,
        ownRating: z.enum(ratings).nullable(),
        verdict: z.enum(['agree', 'minor', 'major']).nullable(),
        note: text,
        at: z.string(),
      }),
    )
    .max(100_000),
});
export type VerdictsPart = z.infer<typeof verdictsPart>;
