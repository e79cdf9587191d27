import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import {
  codebookVersionId,
  codeId,
  codingId,
  domainId,
  exampleId,
  type CodeId,
  type CodebookVersionId,
  type CodingId,
  type DomainId,
  type TranscriptId,
} from '../ids.ts';
import type { CodebookDifference } from './compare-codebooks.ts';
import type { Saturation } from './saturation.ts';

export const exampleKind = z.enum(['example', 'near miss']);
export type ExampleKind = z.infer<typeof exampleKind>;

/** Texts of a code that are typed over a while; each is kept as a draft until the field is left. */
export const draftField = z.enum(['name', 'definition', 'useWhen', 'notWhen', 'poleLow', 'poleHigh', 'cue']);
export type DraftField = z.infer<typeof draftField>;

/** At most one of its codes applies to a passage, in each layer. */
export interface ExclusiveDomain {
  readonly id: DomainId;
  readonly name: string;
  readonly codeIds: readonly CodeId[];
}

/** A passage that two codes of one exclusive domain share in one layer. */
export interface DomainConflict {
  readonly codingId: CodingId;
  readonly codeId: CodeId;
  readonly otherCodeId: CodeId;
  readonly transcriptId: TranscriptId;
  /** “T01 · Interview 1” */
  readonly source: string;
  /** The words that both codings cover. */
  readonly quotation: string;
}

/** Only one's own can be settled, so only those are shown; of others it is said how many there are. */
export interface DomainConflicts {
  readonly own: readonly DomainConflict[];
  readonly ownTotal: number;
  readonly others: number;
}

export interface MergePreview {
  readonly codings: number;
  /** Of these, the codings whose passage has the other code already, by the same coder: the two become one. */
  readonly together: number;
  readonly cues: number;
  readonly columns: number;
  readonly memos: number;
  readonly examples: number;
  /** Codes directly below it, which move along. */
  readonly children: number;
  /** Names that stand below both codes: one of each pair must be renamed first. */
  readonly clashes: readonly string[];
  /** Exclusive domains that the code that stays takes over from the one that goes. */
  readonly domains: readonly string[];
  /** Passages that would have two codes of an exclusive domain, and do not have them now. */
  readonly conflicts: DomainConflicts;
}

export interface CodebookVersion {
  readonly id: CodebookVersionId;
  readonly number: number;
  readonly name: string;
  readonly coderName: string;
  readonly createdAt: string;
  readonly codes: number;
}

/** A coding with its words, to be looked at again. */
export interface CodingToReview {
  readonly codingId: CodingId;
  readonly codeId: CodeId;
  readonly transcriptId: TranscriptId;
  /** “T01 · Interview 1” */
  readonly source: string;
  readonly quotation: string;
  readonly createdAt: string;
}

export const codebookFormats = ['xlsx', 'csv', 'docx', 'json'] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

export const guidanceMethods = {
  /** Keeps the words of a coding with the code, and where they came from. */
  addExample: mutation('Add an example', z.object({ codeId, codingId, kind: exampleKind })).returns<void>(),
  removeExample: mutation('Remove an example', z.object({ id: exampleId })).returns<void>(),

  domains: query(z.object({})).returns<readonly ExclusiveDomain[]>(),
  /** What would break, or does break, a domain of these codes. */
  domainConflicts: query(z.object({ codeIds: z.array(codeId).min(2).max(200) })).returns<DomainConflicts>(),
  /** Without an id: a new one. Passages that have two of its codes already stay as they are. */
  saveDomain: mutation(
    'Change an exclusive domain',
    z.object({ id: domainId.optional(), name: z.string(), codeIds: z.array(codeId).min(2).max(200) }),
  ).returns<DomainId>(),
  removeDomain: mutation('Remove an exclusive domain', z.object({ id: domainId })).returns<void>(),

  /** Kept beside the project, on this machine, until the field is left: a crash loses nothing that was typed. */
  keepDraft: command(
    z.object({ id: codeId, field: draftField, text: z.string().nullable() }),
  ).returns<void>(),
  /** What was being typed when the program stopped, now saved; the names of the codes. */
  restoreDrafts: mutation('Restore what was being typed', z.object({})).returns<readonly string[]>(),
};

export const reorganiseMethods = {
  mergePreview: query(z.object({ id: codeId, into: codeId })).returns<MergePreview>(),
  /**
   * The code goes; its codings (of every coder), cues, columns, memos, examples and exclusive domains go on with the
   * other. Throws `merge-exclusive` when passages would then have two codes of a domain, unless that is allowed.
   */
  merge: mutation(
    'Merge codes',
    z.object({
      id: codeId,
      into: codeId,
      keepDefinition: z.boolean().default(false),
      allowConflicts: z.boolean().default(false),
    }),
  ).returns<void>(),

  /** The codes that stand under the keys 1 to 9, and the own codings of the code alone that are still to be sorted. */
  split: query(z.object({ id: codeId })).returns<{
    readonly targets: readonly CodeId[];
    readonly left: readonly CodingToReview[];
    /** Looked at, and kept in the code. */
    readonly kept: number;
  }>(),
  setSplitTargets: mutation(
    'Choose codes to split into',
    z.object({ id: codeId, targets: z.array(codeId).max(9) }),
  ).returns<void>(),
  /** One own coding gets the other code; null: it stays, and is not asked about again. */
  sortFragment: mutation('Sort a fragment', z.object({ codingId, into: codeId.nullable() })).returns<void>(),

  sortSiblings: mutation(
    'Sort codes',
    z.object({ parentId: codeId.nullable(), by: z.enum(['name', 'count']) }),
  ).returns<void>(),
  /** Every code gets the colour that it would get if the codebook were made now. */
  recolour: mutation('Colour all codes anew', z.object({})).returns<void>(),
};

export const versionMethods = {
  /** The latest first. */
  versions: query(z.object({})).returns<readonly CodebookVersion[]>(),
  freeze: mutation('Freeze the codebook', z.object({ name: z.string() })).returns<number>(),
  /** Null is the codebook as it is now. */
  compareVersions: query(
    z.object({ before: codebookVersionId, after: codebookVersionId.nullable() }),
  ).returns<readonly CodebookDifference[]>(),
  /** Own codings that are older than the wording of their code, and were not looked at since. */
  outdated: query(z.object({})).returns<{
    readonly total: number;
    readonly codings: readonly CodingToReview[];
  }>(),
  markReexamined: mutation(
    'Mark as re-examined',
    z.object({ ids: z.array(codingId).min(1).max(500) }),
  ).returns<void>(),
  saturation: query(z.object({})).returns<Saturation>(),
  exportFile: command(z.object({ format: z.enum(codebookFormats) })).returns<ExportedFile>(),
};
