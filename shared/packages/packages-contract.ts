import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { CorrectionOutcome } from '../corrections/corrections-contract.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { coderId, fileRef, keptId, sessionId, transcriptId, type KeptId, type TranscriptId } from '../ids.ts';
import type { OpenProjectInfo } from '../project/project-contract.ts';
import type { PackageKind } from './package-manifest.ts';
import type { MergedTable, MergeReport } from './merge-report.ts';

export interface ExportedPackage extends ExportedFile {
  /** Twelve characters that two people can compare. */
  readonly fingerprint: string;
}

/** What a package says of itself, before it is opened. */
export interface PackageInfo {
  readonly kind: PackageKind;
  readonly studyTitle: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly fingerprint: string;
  /** For whom it was made; null: for whoever opens it. */
  readonly coderName: string | null;
  readonly transcripts: number;
  readonly codes: number;
  /** The version of the codebook; null when it was not frozen. */
  readonly codebookVersion: number | null;
}

/** Something that came in a merge and could not take its place. */
export interface KeptRow {
  readonly id: KeptId;
  readonly table: string;
  readonly noun: string;
  readonly reason: 'conflict' | 'not placed';
  readonly label: string;
  readonly fromName: string;
  readonly at: string;
  /** Null: nobody has decided yet. */
  readonly outcome: 'ours' | 'theirs' | null;
  readonly settledBy: string | null;
  /** For what was not placed: in which transcript its passage is to be looked for, and about where. */
  readonly transcriptId: TranscriptId | null;
  readonly position: number | null;
  /** What it says, field by field, beside what ours says now; ours is null where there is nothing of ours. */
  readonly fields: readonly {
    readonly column: string;
    readonly ours: string | null;
    readonly theirs: string;
  }[];
}

/** A text that a colleague corrected, beside ours. */
export interface KeptText {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergeEvent {
  readonly at: string;
  readonly coderName: string;
  readonly sourceName: string;
  readonly madeBy: string;
  readonly tables: readonly MergedTable[];
}

const passphrase = z.string().min(1).max(500).nullable().default(null);

const source = {
  /** A package of finished coding, or the project file of a colleague. */
  file: fileRef,
  passphrase,
  /** By the uid of theirs, the uid of ours that a person said is the same thing. */
  same: z.record(z.string(), z.string()).default({}),
};

export const packagesContract = {
  /**
   * A package to code from: texts with their units and the codebook, frozen. No codings, memos, matrices; no attributes
   * unless asked.
   */
  exportTask: command(
    z.object({
      /** Who will code; null: whoever opens it says so. */
      coderId: coderId.nullable().default(null),
      /** Null: all. */
      transcriptIds: z.array(transcriptId).min(1).max(5000).nullable().default(null),
      /** A comparison session whose units go along, and whose transcripts do when none are named. */
      sessionId: sessionId.nullable().default(null),
      attributes: z.boolean().default(false),
      passphrase,
    }),
  ).returns<ExportedPackage>(),
  /** What somebody coded, to be sent back: their codings, marks and judgements, and their memos if asked. */
  exportWork: command(z.object({ memos: z.boolean().default(true), passphrase })).returns<ExportedPackage>(),
  inspect: command(z.object({ file: fileRef, passphrase })).returns<PackageInfo>(),
  /** Makes a project of a package to code from, and opens it. Throws `project-exists`. */
  openTask: command(
    z.object({
      file: fileRef,
      passphrase,
      /** Null: a free name where projects usually are. */
      path: z.string().min(1).nullable().default(null),
      /** Only where the package does not say who codes. */
      coderName: z.string().default(''),
    }),
  ).returns<OpenProjectInfo>(),

  /** What a merge would do. Changes nothing. */
  preview: command(z.object(source)).returns<MergeReport>(),
  /** All or nothing, and one step of undo. Doing it again changes nothing. */
  merge: mutation('Merge', z.object(source)).returns<MergeReport>(),
  merges: query(z.object({})).returns<readonly MergeEvent[]>(),
  /** Open ones first, then the newest. */
  kept: query(z.object({})).returns<readonly KeptRow[]>(),
  /** `theirs` puts what came in the place of ours; what was ours stays in the history. Only for conflicts. */
  settle: mutation(
    'Decide between two versions',
    z.object({ id: keptId, outcome: z.enum(['ours', 'theirs']).nullable() }),
  ).returns<void>(),
  /** Puts what was not placed on a passage of the newest text of a transcript, with all that only waited for it. */
  place: mutation(
    'Place what was kept from a merge',
    z.object({ id: keptId, transcriptId, start: z.int().min(0), end: z.int().min(1) }),
  ).returns<void>(),
  /** What taking over the text of a colleague would do to the codings here. Changes nothing. */
  previewText: query(z.object({ id: keptId })).returns<CorrectionOutcome & KeptText>(),
  /** Their text becomes the newest version; codings follow as with any correction. */
  takeText: mutation('Take over the text of a colleague', z.object({ id: keptId })).returns<void>(),
};
