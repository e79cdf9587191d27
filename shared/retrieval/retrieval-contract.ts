import { z } from 'zod';
import type { Fragment, Layer } from '../coding/coding-contract.ts';
import { command, mutation, query } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { savedQueryId, type AttributeId, type SavedQueryId } from '../ids.ts';
import type { AttributeType } from '../participants/participants-contract.ts';
import type { SpeakerRole } from '../transcripts/transcripts-contract.ts';
import { contextSize } from './fragment-context.ts';
import { fragmentQuery, groupings, savedDefinition, type SavedDefinition } from './fragment-query.ts';

/** A line of the table of counts, with what its numbers are to be compared with. */
export interface FragmentGroup {
  readonly key: string;
  readonly title: string;
  readonly fragments: number;
  /** Cases with at least one of these fragments. */
  readonly cases: number;
  /** Cases that could have one: those that the question's attributes leave, with this group's value or code. */
  readonly casesInScope: number;
}

/** Fragments that belong to one group and to one of the groups across, where there are any. */
export interface CrossedCell {
  /** The index of the group, and that of the group across. */
  readonly row: number;
  readonly column: number;
  readonly fragments: number;
  readonly cases: number;
}

export interface CrossedCounts {
  /** The groups across, also those without a fragment. */
  readonly columns: readonly FragmentGroup[];
  readonly cells: readonly CrossedCell[];
}

export interface FoundFragments {
  readonly total: number;
  readonly cases: number;
  readonly casesInScope: number;
  /** In the order of the fragments, also those without a fragment. One group when nothing is grouped. */
  readonly groups: readonly FragmentGroup[];
  /** Null when nothing goes across. */
  readonly crossed: CrossedCounts | null;
  readonly fragments: readonly Fragment[];
  /** What the question names and is not there any more: “the code Time”. */
  readonly removed: readonly string[];
}

/** What can be chosen from when a question is put together. */
export interface RetrievalChoices {
  readonly attributes: readonly {
    readonly id: AttributeId;
    readonly name: string;
    readonly type: AttributeType;
    readonly values: readonly string[];
  }[];
  readonly sections: readonly string[];
  readonly speakers: readonly { readonly name: string; readonly role: SpeakerRole }[];
  readonly layers: readonly Layer[];
}

export interface SavedQuery {
  readonly id: SavedQueryId;
  readonly name: string;
  /** Null when a newer Crosscase wrote it in a way that this one cannot read. */
  readonly definition: SavedDefinition | null;
}

export const fragmentFormats = ['xlsx', 'docx', 'html', 'csv'] as const;
export type FragmentFormat = (typeof fragmentFormats)[number];

const queryName = z.string().max(200);

export const retrievalContract = {
  choices: query(z.object({})).returns<RetrievalChoices>(),
  /** One page of the fragments that answer, in the order of their groups, then of cases and text. */
  find: query(
    z.object({
      query: fragmentQuery,
      groupBy: groupings.default({ by: 'none' }),
      crossBy: groupings.default({ by: 'none' }),
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(2000).default(200),
    }),
  ).returns<FoundFragments>(),

  saved: query(z.object({})).returns<readonly SavedQuery[]>(),
  save: mutation(
    'Save a query',
    z.object({ name: queryName, definition: savedDefinition }),
  ).returns<SavedQueryId>(),
  changeSaved: mutation(
    'Change a saved query',
    z.object({ id: savedQueryId, name: queryName.optional(), definition: savedDefinition.optional() }),
  ).returns<void>(),
  removeSaved: mutation('Remove a saved query', z.object({ id: savedQueryId })).returns<void>(),

  /** All fragments that answer, as one file. Runs as a task: progress and cancel come as events. Throws `cancelled`. */
  export: command(
    z.object({
      query: fragmentQuery,
      groupBy: groupings.default({ by: 'none' }),
      crossBy: groupings.default({ by: 'none' }),
      /** What of the text around a fragment goes along. */
      context: contextSize.default({ by: 'none' }),
      format: z.enum(fragmentFormats),
      /** The name of the file, without its ending. */
      name: queryName.default('Fragments'),
    }),
  ).returns<ExportedFile>(),
};
