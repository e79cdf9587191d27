import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { WireError } from '../contract/errors.ts';
import {
  fileRef,
  participantId,
  transcriptId,
  type FileRef,
  type ParticipantId,
  type TranscriptId,
  type VersionId,
} from '../ids.ts';

export type SpeakerRole = 'interviewer' | 'participant' | 'other' | 'none';

/** Positions are UTF-16 code units of the version's text, half-open. */
export interface Turn {
  readonly number: number;
  readonly speaker: string | null;
  readonly role: SpeakerRole;
  /** Where the label ("T01: ") begins in the text; equal to `start` when there is none. */
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

export interface Section {
  readonly number: number;
  readonly title: string;
  readonly headingStart: number;
  readonly start: number;
  readonly end: number;
}

export interface TranscriptSummary {
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
}

/** What a file would become. Nothing is stored by looking. */
export type TranscriptPreview =
  | {
      readonly ok: true;
      readonly file: FileRef;
      readonly fileName: string;
      readonly title: string;
      /** At most the first 4,000 characters. */
      readonly opening: string;
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
      /** The participant's code, read from the file name or the speakers; `existing` when there is one of that code. */
      readonly participant: { readonly code: string; readonly existing: ParticipantId | null } | null;
      /** A transcript with exactly this text that is in the project already. */
      readonly duplicateOf: string | null;
    }
  | { readonly ok: false; readonly file: FileRef; readonly fileName: string; readonly error: WireError };

export const transcriptImport = z.object({
  file: fileRef,
  title: z.string(),
  /** The code of the participant: an existing one is linked, a new one is made; empty for none. */
  participantCode: z.string(),
});

export const transcriptsContract = {
  list: query(z.object({})).returns<readonly TranscriptSummary[]>(),
  get: query(z.object({ id: transcriptId })).returns<Transcript>(),
  preview: command(z.object({ files: z.array(fileRef).min(1).max(500) })).returns<
    readonly TranscriptPreview[]
  >(),
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
  removalPreview: query(z.object({ id: transcriptId })).returns<{
    readonly codings: number;
    readonly evidence: number;
  }>(),
  remove: mutation('Remove a transcript', z.object({ id: transcriptId })).returns<void>(),
};
