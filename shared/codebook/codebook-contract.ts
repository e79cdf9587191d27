import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import {
  codeId,
  codingId,
  fileRef,
  type CodeId,
  type CodingId,
  type ExampleId,
  type TranscriptId,
} from '../ids.ts';
import {
  guidanceMethods,
  reorganiseMethods,
  versionMethods,
  type ExampleKind,
} from './code-depth-contract.ts';

export const codeKinds = [
  'theme',
  'dimension',
  'indicator',
  'group',
  'cost',
  'reward',
  'symbolic motive',
  'degree',
  'structural',
  'code',
] as const;
export const codeKind = z.enum(codeKinds);
export type CodeKind = z.infer<typeof codeKind>;

export const codeColor = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written as #rrggbb');

/** Words of an interview that show what belongs to a code, or what only seems to. */
export interface CodeExample {
  readonly id: ExampleId;
  readonly kind: ExampleKind;
  readonly quotation: string;
  /** Where the words were said, as it was called then. */
  readonly source: string;
  /** Null when the coding that it was picked from is gone. */
  readonly codingId: CodingId | null;
  readonly transcriptId: TranscriptId | null;
}

export interface Code {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  /** The id that the code had in the file it came from. */
  readonly key: string | null;
  readonly kind: CodeKind;
  readonly name: string;
  readonly definition: string;
  /** #rrggbb */
  readonly color: string;
  /** Both set, or both null. */
  readonly poleLow: string | null;
  readonly poleHigh: string | null;
  readonly useWhen: string;
  readonly notWhen: string;
  /** The code to use where this one does not apply. */
  readonly insteadId: CodeId | null;
  readonly seeAlso: readonly CodeId[];
  readonly examples: readonly CodeExample[];
  readonly cues: readonly string[];
  /** The language of a cue, for those that have one; the others are words of any language. */
  readonly cueLanguages: Readonly<Record<string, string>>;
  /** When its wording was last changed; null when that was never. */
  readonly definedAt: string | null;
}

/** Codings in the layer of the coder who sits here, and in all layers; of this code alone. */
export interface CodeCounts {
  readonly ownCodings: number;
  readonly codings: number;
}

export type CountedCode = Code & CodeCounts;

export interface CodebookTemplate {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly codes: number;
}

export interface CodebookPreview {
  readonly name: string;
  readonly source: string;
  readonly codes: readonly {
    readonly key: string;
    readonly parent: string | null;
    readonly kind: CodeKind;
    readonly name: string;
  }[];
  /** Codes that the project has already, by key and name or by name and place: importing leaves these as they are. */
  readonly already: number;
}

const poles = z.tuple([z.string().trim().min(1), z.string().trim().min(1)]).nullable();

export const codebookContract = {
  /** In the order of the tree: each code after its parent, siblings by position. */
  list: query(z.object({})).returns<readonly CountedCode[]>(),
  /**
   * After codings were made, changed or removed: the counts of every code that one of them has or ever had, and of no
   * others. Null when the journal does not know one of them any more: then all may have changed.
   */
  countsAfter: query(z.object({ codingIds: z.array(codingId).min(1).max(500) })).returns<
    readonly (CodeCounts & { readonly codeId: CodeId })[] | null
  >(),
  /** Colour left out: a free one is chosen. Throws `name-taken` when a sibling has the name. */
  create: mutation(
    'Add a code',
    z.object({
      parentId: codeId.nullable(),
      name: z.string(),
      kind: codeKind.default('code'),
      definition: z.string().default(''),
      color: codeColor.optional(),
      poles: poles.default(null),
    }),
  ).returns<CodeId>(),
  change: mutation(
    'Change a code',
    z.object({
      id: codeId,
      name: z.string().optional(),
      kind: codeKind.optional(),
      definition: z.string().optional(),
      color: codeColor.optional(),
      poles: poles.optional(),
      cues: z.array(z.string()).optional(),
      /** Only with cues. */
      cueLanguages: z.record(z.string(), z.string().max(20)).optional(),
      useWhen: z.string().optional(),
      notWhen: z.string().optional(),
      insteadId: codeId.nullable().optional(),
      seeAlso: z.array(codeId).max(50).optional(),
    }),
  ).returns<void>(),
  /** To the place `index` among the children of `parentId`. Throws `code-cycle`. */
  move: mutation(
    'Move a code',
    z.object({ id: codeId, parentId: codeId.nullable(), index: z.int().min(0) }),
  ).returns<void>(),
  removalPreview: query(z.object({ id: codeId })).returns<{
    /** The code itself and everything below it. */
    readonly codes: number;
    readonly codings: number;
    /** Whose codings these are. */
    readonly coders: readonly string[];
    /** Matrix columns that ask for one of these codes. A column that is left without any code stays, with its summaries. */
    readonly columns: number;
    /** Times that a summary rests on one of these codings. */
    readonly evidence: number;
  }>(),
  /** With everything below it and all its codings. */
  remove: mutation('Remove a code', z.object({ id: codeId })).returns<void>(),

  templates: command(z.object({})).returns<readonly CodebookTemplate[]>(),
  importTemplate: mutation('Start from a template', z.object({ template: z.string() })).returns<{
    readonly added: number;
    readonly kept: number;
  }>(),
  previewFile: command(z.object({ file: fileRef })).returns<CodebookPreview>(),
  importFile: mutation('Import a codebook', z.object({ file: fileRef })).returns<{
    readonly added: number;
    readonly kept: number;
  }>(),

  ...guidanceMethods,
  ...reorganiseMethods,
  ...versionMethods,
};
