import { z } from 'zod';
import { command, mutation } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { fileRef, transcriptId, versionId, type TranscriptId, type VersionId } from '../ids.ts';

export const identifier = z.object({
  original: z.string().trim().min(1).max(200),
  replacement: z.string().trim().min(1).max(200),
});

const passphrase = z.string().min(8, 'A passphrase has at least 8 signs').max(1000);

/** The list of names of the study. It is held in memory while the study is open, and never stored in it. */
export interface OpenNames {
  readonly identifiers: readonly { readonly original: string; readonly replacement: string }[];
  /** Something was changed since it was saved as a key file. */
  readonly isUnsaved: boolean;
}

export interface FoundName {
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly lead: string;
  readonly words: string;
  readonly tail: string;
  readonly replacement: string;
  /** The name has an ending here: a plural or a genitive, to be looked at. */
  readonly isForm: boolean;
}

/** What is about to leave in a file. */
export interface ExportCheck {
  readonly identifiers: readonly { readonly original: string; readonly count: number }[];
  /** Cases that a combination of the attributes in the file fits alone. */
  readonly singledOut: { readonly attributes: readonly string[]; readonly cases: readonly string[] } | null;
  /** Whether the list of names was there to be looked for. */
  readonly hasNames: boolean;
}

export const pseudonymsContract = {
  names: command(z.object({})).returns<OpenNames>(),
  setNames: command(z.object({ identifiers: z.array(identifier).max(5000) })).returns<void>(),
  /** The list as a file that is encrypted with a passphrase (age): who has neither knows nothing. */
  saveKey: command(z.object({ passphrase })).returns<ExportedFile>(),
  /** Throws `passphrase-wrong` and `names-key-invalid`. */
  openKey: command(z.object({ file: fileRef, passphrase: z.string().max(1000) })).returns<OpenNames>(),

  /** Where the names stand in the newest version of every transcript. */
  find: command(z.object({})).returns<readonly FoundName[]>(),
  /** Puts replacements there, as corrections: codings keep their places. One undo step. */
  apply: mutation(
    'Put pseudonyms in transcripts',
    z.object({
      places: z
        .array(
          z.object({
            transcriptId,
            versionId,
            start: z.int().min(0),
            end: z.int().min(1),
            replacement: z.string().min(1).max(300),
          }),
        )
        .min(1)
        .max(50_000),
    }),
  ).returns<{ readonly places: number; readonly transcripts: number }>(),
  /** How many texts still hold a name: older versions, notes and the history. */
  countTraces: command(z.object({})).returns<{
    readonly versions: number;
    readonly notes: number;
    readonly steps: number;
  }>(),
  /**
   * Takes the names out of older versions, notes and the history, for good. `confirmation` is the word `erase`, typed.
   */
  eraseTraces: command(z.object({ confirmation: z.string().max(50) })).returns<void>(),

  /** Looks through a file that was made, before it is handed out. */
  checkExport: command(z.object({ file: fileRef })).returns<ExportCheck>(),
};
