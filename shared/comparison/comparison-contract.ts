import { z } from 'zod';
import type { AgreementReport } from '../agreement/agreement-report.ts';
import { overlapRule, unitKind, type OverlapRule, type UnitKind } from '../agreement/unit-rules.ts';
import { command, mutation, query } from '../contract/method.ts';
import {
  attributeId,
  coderId,
  sessionId,
  transcriptId,
  type AttributeId,
  type CoderId,
  type FileRef,
  type SessionId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Turn } from '../transcripts/transcripts-contract.ts';
import type { Difference } from './differences.ts';
import type { DiscussionSummary } from './discussion.ts';

export const sessionKinds = ['round', 'practice', 'drift', 'same coder'] as const;
export const sessionKind = z.enum(sessionKinds);
export type SessionKind = z.infer<typeof sessionKind>;

export const outcomes = ['one coder', 'all', 'new span', 'neither', 'unresolved'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

export const reportFormats = ['docx', 'html', 'xlsx', 'csv'] as const;
export const reportFormat = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof reportFormat>;

export interface SessionCoder {
  readonly coderId: CoderId;
  /** `Anna`, or `Anna (round 1)` for earlier codings of a session. */
  readonly name: string;
  readonly earlierId: SessionId | null;
}

export interface SessionSummary {
  readonly id: SessionId;
  readonly name: string;
  readonly kind: SessionKind;
  readonly round: number;
  readonly unitKind: UnitKind;
  readonly overlap: OverlapRule;
  readonly unitCoder: string | null;
  readonly withInterviewer: boolean;
  readonly seed: number;
  readonly draw: SessionDraw | null;
  readonly codebook: string | null;
  readonly note: string;
  readonly createdAt: string;
  /** When comparing began; null before. */
  readonly frozenAt: string | null;
  readonly coders: readonly SessionCoder[];
  readonly transcripts: readonly SessionTranscript[];
  readonly decisions: number;
  readonly codebookChanges: readonly CodebookChange[];
}

export interface SessionTranscript {
  readonly id: TranscriptId;
  readonly title: string;
  readonly units: number;
  /** Names of those of the coders who have not finished it. */
  readonly missing: readonly string[];
}

/** How transcripts were drawn: so many of each group, with a seed, from those that were not discussed yet. */
export interface SessionDraw {
  readonly count: number;
  readonly seed: number;
  /** The attribute by whose values they were grouped; null for one group. */
  readonly by: string | null;
  readonly from: number;
}

export interface CodebookChange {
  readonly id: number;
  readonly codeName: string;
  readonly codeUid: string;
  readonly note: string;
  readonly differences: readonly string[];
  readonly coderName: string;
  readonly at: string;
}

export interface SessionChoices {
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[];
  readonly transcripts: readonly {
    readonly id: TranscriptId;
    readonly title: string;
    /** Ids of the coders who have finished it. */
    readonly finishedBy: readonly CoderId[];
    /** The session in which it was discussed; null when in none. */
    readonly discussedIn: string | null;
  }[];
  readonly attributes: readonly { readonly id: AttributeId; readonly name: string }[];
  /** Sessions whose frozen codings can be taken as earlier ones. */
  readonly frozen: readonly {
    readonly id: SessionId;
    readonly name: string;
    readonly coderIds: readonly CoderId[];
  }[];
  /** In the order of the codebook. */
  readonly codes: readonly {
    readonly uid: string;
    readonly name: string;
    readonly parentUid: string | null;
    readonly isStructural: boolean;
  }[];
  readonly nextRound: number;
}

export interface SessionDifferences {
  readonly coders: readonly string[];
  readonly codes: readonly { readonly uid: string; readonly name: string; readonly color: string }[];
  readonly transcripts: readonly { readonly id: TranscriptId; readonly title: string }[];
  readonly differences: readonly SessionDifference[];
  /** Passages to which all gave the same code, with the same ends. */
  readonly agreed: number;
  /** The same by code, by uid. */
  readonly agreedByCode: Readonly<Record<string, number>>;
  readonly discussion: DiscussionSummary;
}

export interface Decision {
  readonly outcome: Outcome;
  /** Place of the coder whose reading stands. */
  readonly position: number | null;
  readonly reason: string;
  readonly proposedBy: number | null;
  readonly yielded: readonly number[];
  readonly decidedBy: string;
  readonly at: string;
}

export interface SessionDifference extends Difference {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly quotation: string;
  readonly decision: Decision | null;
}

/** The text that was compared, with what each coder did in it: for reading a difference where it stands. */
export interface ComparedText {
  readonly versionId: VersionId;
  readonly title: string;
  readonly text: string;
  readonly turns: readonly Turn[];
}

/** The units that a transcript is to be coded in, of the newest session that is not compared yet, or of the package. */
export interface UnitsToCode {
  readonly session: string;
  readonly unitKind: UnitKind;
  /** In the newest version of the text, in order. */
  readonly units: readonly TextRange[];
}

/** A code in one round. */
export interface TrendPoint {
  readonly sessionId: SessionId;
  readonly alpha: number | null;
  readonly percent: number | null;
}

export interface Trend {
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly name: string;
    readonly kind: SessionKind;
    readonly round: number;
    readonly codebook: string;
    readonly coders: readonly string[];
    readonly transcripts: number;
    readonly pooledAlpha: number | null;
    readonly changes: readonly CodebookChange[];
  }[];
  readonly codes: readonly { readonly name: string; readonly points: readonly TrendPoint[] }[];
}

const rule = {
  unitKind: unitKind.default('turns'),
  overlap: overlapRule.default('any overlap'),
  unitCoderId: coderId.nullable().default(null),
  withInterviewer: z.boolean().default(false),
};

export const comparisonContract = {
  sessions: query(z.object({})).returns<readonly SessionSummary[]>(),
  /** Null when no session asks for units, or its units are those of another version of the text. */
  unitsToCode: query(z.object({ transcriptId })).returns<UnitsToCode | null>(),
  choices: query(z.object({})).returns<SessionChoices>(),
  /** A stratified random draw from the transcripts that were not discussed yet: the same seed, the same transcripts. */
  draw: query(
    z.object({
      count: z.int().min(1).max(2000),
      attributeId: attributeId.nullable().default(null),
      seed: z.int().min(0).max(4294967295),
    }),
  ).returns<{ readonly transcriptIds: readonly TranscriptId[]; readonly draw: SessionDraw }>(),
  /** Throws `text-discussed` when a transcript was discussed before, unless earlier codings are compared. */
  create: mutation(
    'Make a comparison session',
    z.object({
      name: z.string(),
      kind: sessionKind.default('round'),
      coders: z
        .array(z.object({ coderId, earlierId: sessionId.nullable().default(null) }))
        .min(2)
        .max(8),
      transcriptIds: z.array(transcriptId).min(1).max(2000),
      ...rule,
      /** Uids; null is all but the structural codes. */
      codes: z.array(z.string()).min(1).max(5000).nullable().default(null),
      seed: z.int().min(0).max(4294967295).default(1),
      draw: z
        .object({
          count: z.int(),
          seed: z.int(),
          by: z.string().nullable(),
          from: z.int(),
        })
        .nullable()
        .default(null),
      note: z.string().max(5000).default(''),
    }),
  ).returns<SessionId>(),
  change: mutation(
    'Change a comparison session',
    z.object({ id: sessionId, name: z.string(), note: z.string().max(5000) }),
  ).returns<void>(),
  /** With its consensus layer. The codings of the coders stay. */
  remove: mutation('Remove a comparison session', z.object({ id: sessionId })).returns<void>(),
  /**
   * Keeps the independent codings as they are now, and the codebook; opens the consensus layer with what all agree on.
   * Throws `nothing-finished` when there is no transcript that all of the coders have finished.
   */
  begin: mutation('Begin comparing', z.object({ id: sessionId })).returns<void>(),

  differences: query(z.object({ id: sessionId })).returns<SessionDifferences>(),
  text: query(z.object({ id: sessionId, transcriptId })).returns<ComparedText>(),
  /** Settles a difference; a second decision replaces the first. Only the consensus layer changes. */
  decide: mutation(
    'Settle a difference',
    z.object({
      id: sessionId,
      difference: z.string().max(20_000),
      outcome,
      position: z.int().min(0).max(7).nullable().default(null),
      /** For `new span`. */
      span: z
        .object({ start: z.int().min(0), end: z.int().min(1), codeUid: z.string() })
        .nullable()
        .default(null),
      reason: z.string().max(2000).default(''),
      proposedBy: z.int().min(0).max(7).nullable().default(null),
    }),
  ).returns<void>(),
  takeBack: mutation(
    'Take back how a difference was settled',
    z.object({ id: sessionId, difference: z.string().max(20_000) }),
  ).returns<void>(),
  noteCodebookChange: mutation(
    'Note a change of the codebook',
    z.object({
      id: sessionId,
      codeUid: z.string(),
      note: z.string().max(2000),
      differences: z.array(z.string().max(20_000)).min(1).max(5000),
    }),
  ).returns<void>(),

  /** Figures on the codings as they were frozen; computed once on a worker, then kept. Throws `not-frozen`. */
  agreement: command(z.object({ id: sessionId })).returns<AgreementReport>(),
  trend: query(z.object({})).returns<Trend>(),
  report: command(z.object({ id: sessionId, format: reportFormat })).returns<{
    readonly file: FileRef;
    readonly name: string;
    readonly bytes: number;
  }>(),
};
