import type { SearchField } from '#shared/search/search-contract.ts';

/** A column of text that the search index holds. `number` is part of the index on disk: it never changes its meaning. */
export interface NoteColumn {
  readonly number: number;
  readonly table: string;
  readonly column: string;
  readonly field: Exclude<SearchField, 'transcripts'>;
}

/** How many columns the numbers of the index have room for. */
export const COLUMN_ROOM = 32;

export const noteColumns = [
  { number: 0, table: 'coding', column: 'memo', field: 'coding-memos' },
  { number: 1, table: 'coding', column: 'translation', field: 'translations' },
  { number: 2, table: 'memo', column: 'title', field: 'memos' },
  { number: 3, table: 'memo', column: 'text', field: 'memos' },
  { number: 4, table: 'code', column: 'name', field: 'codes' },
  { number: 5, table: 'code', column: 'definition', field: 'codes' },
  { number: 6, table: 'cue', column: 'phrase', field: 'codes' },
  { number: 7, table: 'matrix_cell', column: 'summary', field: 'cells' },
  { number: 8, table: 'code', column: 'use_when', field: 'codes' },
  { number: 9, table: 'code', column: 'not_when', field: 'codes' },
  { number: 10, table: 'case_narrative', column: 'text', field: 'cells' },
  { number: 11, table: 'matrix_cell', column: 'rationale', field: 'cells' },
  { number: 12, table: 'cell_check', column: 'note', field: 'cells' },
  { number: 13, table: 'cell_check', column: 'own_summary', field: 'cells' },
  { number: 14, table: 'cell_check', column: 'answer', field: 'cells' },
  { number: 15, table: 'cell_check', column: 'resolution', field: 'cells' },
  { number: 16, table: 'cell_confirmation', column: 'note', field: 'cells' },
] as const satisfies readonly NoteColumn[];
