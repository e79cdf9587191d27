import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { TextRange } from '../text/text-range.ts';
import type { WireError } from '../contract/errors.ts';
import { encodings, type Encoding } from './encodings.ts';
import { labelStyles, type LabelStyle } from './label-styles.ts';
import type { NearDuplicate } from './near-duplicates.ts';
import type { SourceFormat } from './source-text.ts';
import {
  fileRef,
  participantId,
  spanId,
  transcriptId,
  versionId,
  type FileRef,
  type GuideQuestionId,
  type ParticipantId,
  type SpanId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';

export const speakerRoles = ['interviewer', 'participant', 'other', 'none'] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

/** Positions are UTF-16 code units of the version's text, half-open. */
export interface Turn {
  readonly number: number;
  readonly speaker: string | null;
  readonly role: SpeakerRole;
  /** Where the label ("T01: ") begins in the text; equal to `start` when there is none. */
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
  /** Time codes in milliseconds, where the file gave them. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface Section {
  readonly number: number;
  readonly title: string;
  readonly headingStart: number;
  readonly start: number;
  readonly end: number;
}

/** Where a question of the guide is asked, up to the next one. */
export interface AskedQuestion extends TextRange {
  readonly questionId: GuideQuestionId;
  readonly title: string;
}

export const spanKinds = ['front matter', 'excluded', 'voice'] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A stretch that is not what an interview is counted by. */
export interface Span extends TextRange {
  readonly id: SpanId;
  readonly kind: SpanKind;
  readonly note: string;
}

/** About the interview; empty or null when not known. */
export interface InterviewFacts {
  readonly language: string;
  /** YYYY-MM-DD. */
  readonly heldOn: string;
  readonly place: string;
  readonly minutes: number | null;
  readonly interviewer: string;
  /** Face to face, by telephone, online … */
  readonly mode: string;
}

export interface TranscriptSummary extends InterviewFacts {
  readonly id: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly fileName: string;
  readonly participantId: ParticipantId | null;
  readonly participantCode: string | null;
  readonly words: number;
  readonly characters: number;
  readonly turns: number;
  readonly sections: number;
  /** Codings in the layer of the coder who sits here, and in all layers. */
  readonly ownCodings: number;
  readonly codings: number;
  /** The names of the coders who are done with it. */
  readonly finishedBy: readonly string[];
  /** Whether the approval of the principal and the information of its participant are on record. */
  readonly isCleared: boolean;
}

export interface Transcript {
  readonly id: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly participantId: ParticipantId | null;
  readonly participantCode: string | null;
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly sections: readonly Section[];
  readonly questions: readonly AskedQuestion[];
  readonly spans: readonly Span[];
}

/** What a file would become. Nothing is stored by looking. */
export type TranscriptPreview =
  | {
      readonly ok: true;
      readonly file: FileRef;
      readonly fileName: string;
      readonly title: string;
      readonly format: SourceFormat;
      /** How its bytes were read as letters; null for formats that fix that themselves. */
      readonly encoding: Encoding | null;
      /** What a person should know about how it was read. */
      readonly notes: readonly string[];
      /** At most the first 4,000 characters. */
      readonly opening: string;
      /** The first turns, as they would be. */
      readonly firstTurns: readonly {
        readonly speaker: string | null;
        readonly role: SpeakerRole;
        readonly startMs: number | null;
        readonly text: string;
      }[];
      /** How its speakers are marked. */
      readonly style: LabelStyle;
      /** What stands before anybody speaks, and is no turn. */
      readonly frontMatter: string;
      /** Whether turns have time codes. */
      readonly timed: boolean;
      /** Of the whole text: two files with the same one hold the same interview. */
      readonly sha256: string;
      readonly words: number;
      readonly turns: number;
      readonly sections: readonly string[];
      readonly speakers: readonly {
        readonly label: string;
        readonly role: SpeakerRole;
        readonly turns: number;
      }[];
      /** Labels that are probably slips of another. */
      readonly nearDuplicates: readonly NearDuplicate[];
      /** The participant's code, read from the file name or the speakers; `existing` when there is one of that code. */
      readonly participant: { readonly code: string; readonly existing: ParticipantId | null } | null;
      /** A transcript with exactly this text that is in the project already. */
      readonly duplicateOf: string | null;
    }
  | { readonly ok: false; readonly file: FileRef; readonly fileName: string; readonly error: WireError };

const encoding = z.enum(encodings).nullable().default(null);

/** How a text is to be read; what is left out is found. */
export const structureOptions = z.object({
  style: z.enum(labelStyles).default('auto'),
  /** For the style `pattern`: `[NAME]`, `NAME (TIME):`. */
  pattern: z.string().max(100).default(''),
  /** The label as it stands in the text, and the speaker it means. */
  joins: z.record(z.string(), z.string()).default({}),
  notSpeakers: z.array(z.string()).default([]),
  roles: z.record(z.string(), z.enum(speakerRoles)).default({}),
});
export type StructureChoices = z.infer<typeof structureOptions>;

export const transcriptImport = z.object({
  file: fileRef,
  title: z.string(),
  /** The code of the participant: an existing one is linked, a new one is made; empty for none. */
  participantCode: z.string(),
  encoding,
  structure: structureOptions.prefault({}),
});

export const transcriptsContract = {
  list: query(z.object({})).returns<readonly TranscriptSummary[]>(),
  get: query(z.object({ id: transcriptId })).returns<Transcript>(),
  /** Read on a thread of its own, with progress; a file that takes too long is given up, and the others are read. */
  preview: command(
    z.object({
      files: z.array(fileRef).min(1).max(2000),
      encoding,
      structure: structureOptions.prefault({}),
      /** Whose interview each is, when a person has said so; empty: nobody's; null: read from the file. */
      participantCode: z.string().nullable().default(null),
    }),
  ).returns<readonly TranscriptPreview[]>(),
  /** All of them or none; one undo step. */
  import: mutation(
    'Import transcripts',
    z.object({ items: z.array(transcriptImport).min(1).max(2000) }),
  ).returns<readonly TranscriptId[]>(),
  rename: mutation('Rename a transcript', z.object({ id: transcriptId, title: z.string() })).returns<void>(),
  /** By id, or by code: then a participant who is not there yet is made. Neither unlinks. */
  linkParticipant: mutation(
    'Link a transcript to a participant',
    z.object({
      id: transcriptId,
      participantId: participantId.nullable().default(null),
      participantCode: z.string().default(''),
    }),
  ).returns<void>(),
  /** In this transcript, everything that the speaker says. */
  setRole: mutation(
    'Change a role',
    z.object({ id: transcriptId, speaker: z.string().min(1), role: z.enum(speakerRoles) }),
  ).returns<void>(),
  /** The label in the text stays; two speakers who get one name become one. Null: in every transcript. */
  renameSpeaker: mutation(
    'Rename a speaker',
    z.object({ id: transcriptId.nullable(), speaker: z.string().min(1), name: z.string() }),
  ).returns<void>(),
  /** Leaves a stretch out of counts and agreement, with the reason. */
  exclude: mutation(
    'Exclude a passage',
    z.object({
      versionId,
      start: z.int().nonnegative(),
      end: z.int().positive(),
      note: z.string().default(''),
    }),
  ).returns<SpanId>(),
  /** Takes a span away again: what it covered counts. */
  removeSpan: mutation('Include a passage again', z.object({ id: spanId })).returns<void>(),
  /** A heading set by hand: a part of the interview begins with this turn; an empty title takes it away. */
  setPart: mutation(
    'Set a part of the interview',
    z.object({ id: transcriptId, turnNumber: z.int().positive(), title: z.string() }),
  ).returns<void>(),
  /** About the interview; what is left out stays. */
  changeFacts: mutation(
    'Change what is known of an interview',
    z.object({
      id: transcriptId,
      language: z.string().optional(),
      heldOn: z
        .string()
        .regex(/^(?:\d{4}-\d{2}-\d{2})?$/, 'A date is written YYYY-MM-DD')
        .optional(),
      place: z.string().optional(),
      minutes: z.int().nonnegative().max(10_000).nullable().optional(),
      interviewer: z.string().optional(),
      mode: z.string().optional(),
    }),
  ).returns<void>(),
  removalPreview: query(z.object({ id: transcriptId })).returns<{
    readonly codings: number;
    readonly evidence: number;
  }>(),
  remove: mutation('Remove a transcript', z.object({ id: transcriptId })).returns<void>(),
};
