import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { coderId, columnId, memoId, type CoderId, type MemoId } from '../ids.ts';
import { rowKey } from '../matrices/row-keys.ts';
import { memoTarget, targetKinds, type About, type BrokenLink, type Thing } from './linked-things.ts';
import { richText, type RichText } from './rich-text.ts';

export const memoClasses = ['analytic', 'method', 'reflexive', 'comparison'] as const;
export type MemoClass = (typeof memoClasses)[number];

/** What a comparison memo compares (Boeije 2002). */
export const comparisonKinds = ['within case', 'within group', 'between groups', 'with theory'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

export interface MemoListItem {
  readonly id: MemoId;
  readonly uid: string;
  readonly class: MemoClass;
  /** Only of a comparison memo, and only when it was said. */
  readonly comparison: ComparisonKind | null;
  readonly title: string;
  /** The title, or else how the memo begins. */
  readonly heading: string;
  readonly excerpt: string;
  readonly about: About;
  readonly authorId: CoderId;
  readonly authorName: string;
  /** Of the coder who sits here, who alone may change it. */
  readonly own: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Memo extends MemoListItem {
  readonly body: RichText;
  /** What its links point to, as far as it is there. */
  readonly links: readonly Thing[];
  /** Its links to what was removed, under the last name. */
  readonly brokenLinks: readonly BrokenLink[];
}

/** What a new memo is about; a cell may be named by its place, and is made where there is none yet. */
export const newMemoTarget = z.union([memoTarget, z.object({ kind: z.literal('place'), columnId, rowKey })]);
export type NewMemoTarget = z.infer<typeof newMemoTarget>;

const memoClass = z.enum(memoClasses);
const comparison = z.enum(comparisonKinds);
const title = z.string().max(500);

export const memoFormats = ['md', 'html'] as const;
export type MemoFormat = (typeof memoFormats)[number];

export const memosContract = {
  /** Last changed first. Whatever is left out does not narrow the list. */
  list: query(
    z.object({
      class: memoClass.nullable().default(null),
      /** What they are about; `study` are those about nothing in particular. */
      about: z
        .enum([...targetKinds, 'study', 'removed'])
        .nullable()
        .default(null),
      /** Those about exactly this. */
      target: memoTarget.nullable().default(null),
      authorId: coderId.nullable().default(null),
      /** Words that all occur, in any form of letters. */
      text: z.string().max(1000).default(''),
    }),
  ).returns<readonly MemoListItem[]>(),
  get: query(z.object({ id: memoId })).returns<Memo>(),
  /** What one thing is written about: the memos on it, and other memos that link to it. */
  on: query(z.object({ target: memoTarget })).returns<{
    readonly on: readonly MemoListItem[];
    readonly mentions: readonly MemoListItem[];
  }>(),
  /** What an @ link can point to, best match first. */
  linkable: query(
    z.object({ query: z.string().max(200), limit: z.int().min(1).max(100).default(12) }),
  ).returns<readonly Thing[]>(),

  create: mutation(
    'Write a memo',
    z.object({
      class: memoClass.default('analytic'),
      comparison: comparison.nullable().default(null),
      title: title.default(''),
      /** Null for a memo about the study. */
      target: newMemoTarget.nullable().default(null),
      body: richText.default([]),
    }),
  ).returns<MemoId>(),
  /** Only own memos: throws `not-your-memo`. */
  change: mutation(
    'Change a memo',
    z.object({
      id: memoId,
      class: memoClass.optional(),
      comparison: comparison.nullable().optional(),
      title: title.optional(),
      body: richText.optional(),
      target: memoTarget.nullable().optional(),
      typing,
    }),
  ).returns<void>(),
  remove: mutation('Remove a memo', z.object({ id: memoId })).returns<void>(),

  /** The memos in the order given, as one file. */
  export: command(
    z.object({ ids: z.array(memoId).min(1).max(20_000), format: z.enum(memoFormats) }),
  ).returns<ExportedFile>(),
};
