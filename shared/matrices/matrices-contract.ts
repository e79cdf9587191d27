import { z } from 'zod';
import { changedRows } from '../contract/events.ts';
import { command, mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import type { Trait } from './traits.ts';
import type { Fragment } from '../coding/coding-contract.ts';
import { caseFilter, type CaseFilter } from './case-filter.ts';
import {
  cellSymbols,
  columnKinds,
  ratings,
  shownKinds,
  type CellSymbol,
  type ColumnKind,
  type Rating,
  type ShownKind,
} from './cell-kinds.ts';
import { matrixReading, type MatrixReading } from './matrix-reading.ts';
import type { PackedCells } from './packed-cells.ts';
import { rowKey, rowKinds, type RowKey, type RowKind } from './row-keys.ts';
import {
  traitId,
  cellId,
  codeId,
  codingId,
  columnId,
  layerId,
  matrixId,
  type TraitId,
  type CellId,
  type CodeId,
  type CodingId,
  type ColumnId,
  type LayerId,
  type MatrixId,
  type MemoId,
  type ParticipantId,
} from '../ids.ts';

export interface MatrixListItem {
  readonly id: MatrixId;
  readonly name: string;
  readonly rowKind: RowKind;
  readonly columns: number;
  /** Cells with a summary. */
  readonly summaries: number;
}

/** A column of another matrix, as a column that draws from it knows it. */
export interface ColumnSource {
  readonly columnId: ColumnId;
  readonly title: string;
  readonly matrixId: MatrixId;
  readonly matrixName: string;
}

export interface MatrixColumn {
  readonly id: ColumnId;
  readonly kind: ColumnKind;
  readonly title: string;
  readonly decisionRule: string;
  /** CSS pixels. */
  readonly width: number;
  /** As chosen; fragments of everything below them count too. */
  readonly codeIds: readonly CodeId[];
  /** Of a column that shows an attribute or a typology, or the cases with one value of it. */
  readonly attributeId: TraitId | null;
  /** Of a column of kind “group”; '' stands for the cases without a value. */
  readonly caseValue: string | null;
  /** What −2 and +2 of a rating stand for. */
  readonly poleLow: string;
  readonly poleHigh: string;
  /** Of a column of kind “cells”. */
  readonly sources: readonly ColumnSource[];
}

export interface MatrixRow {
  readonly key: RowKey;
  /** Null for a row that is not a case. */
  readonly participantId: ParticipantId | null;
  /** The code of the case, or what else the row is called. */
  readonly code: string;
  /** Of a case. */
  readonly values: Readonly<Record<TraitId, string>>;
  /** How many cases the row takes together: the denominator of its counts. */
  readonly cases: number;
  /** What the row was about is gone, or no longer belongs to the matrix; its cells are kept. */
  readonly isGone: boolean;
}

/** A cell that holds something. A cell that is absent has no fragments and nothing written. */
export interface MatrixCell {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  /** Codings, in the layers that the matrix counts; how they are counted is said at `countCells`. */
  readonly count: number;
  /** Cases that have at least one of them. */
  readonly cases: number;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  /** Fragments, and cells of another matrix, that it is said to rest on. */
  readonly evidence: number;
  /** What the program reads off and nobody writes: the value of an attribute, the cases of a crossing. */
  readonly derived: string;
}

export interface MatrixView {
  /** Null counts every layer. */
  readonly layerId: LayerId | null;
  readonly sort:
    | { readonly by: 'case' }
    | { readonly by: 'attribute'; readonly attributeId: TraitId }
    | { readonly by: 'column'; readonly columnId: ColumnId };
  readonly descending: boolean;
  readonly groupBy: TraitId | null;
  /** Which cases count. In a matrix of cases the others are not shown, in any other they are not counted. */
  readonly filters: readonly CaseFilter[];
  readonly shows: readonly ShownKind[];
}

export interface GroupSize {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly cases: number;
}

export interface Matrix {
  readonly id: MatrixId;
  readonly name: string;
  readonly decisionRules: string;
  /** The ready display that it was set up as; '' for none. */
  readonly display: string;
  readonly rowKind: RowKind;
  /** The attribute or typology whose values are the rows, for groups. */
  readonly rowAttributeId: TraitId | null;
  /** For rows that are codes. */
  readonly rowCodeIds: readonly CodeId[];
  readonly view: MatrixView;
  /** Attributes, and after them typologies. */
  readonly attributes: readonly Trait[];
  readonly columns: readonly MatrixColumn[];
  /** In the order of the view; groups follow each other. */
  readonly rows: readonly MatrixRow[];
  /** For columns that are a group of cases, in a matrix whose rows are not cases: the denominators of their counts. */
  readonly groupSizes: readonly GroupSize[];
  /** Cases that the filters leave out. */
  readonly hiddenCases: number;
  readonly cells: readonly MatrixCell[];
}

export interface PackedMatrix extends Omit<Matrix, 'cells'> {
  readonly cells: PackedCells;
}

/** Some rows of a matrix as they are now; every other cell is as it was. */
export interface MatrixRowsNow {
  readonly rowKeys: readonly RowKey[];
  /** Those of these rows that hold something. */
  readonly cells: readonly MatrixCell[];
}

export type Stance = 'supports' | 'qualifies' | 'contradicts';

/** A cell of another matrix that this cell is drawn from. */
export interface UpstreamCell {
  readonly cellId: CellId;
  readonly matrixId: MatrixId;
  readonly matrixName: string;
  readonly columnId: ColumnId;
  readonly columnTitle: string;
  readonly rowKey: RowKey;
  readonly rowName: string;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  readonly stance: Stance | null;
}

export interface CellDetail {
  readonly cellId: CellId | null;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  readonly rationale: string;
  readonly authorName: string | null;
  readonly updatedAt: string | null;
  /** The fragments that the column asks for in this row, and any other that the cell rests on: the first of them. */
  readonly fragments: readonly (Fragment & { readonly stance: Stance | null })[];
  /** How many there are altogether. */
  readonly totalFragments: number;
  /** Of them, those that the column does not ask for; they are the last of the list. */
  readonly outside: number;
  readonly upstream: readonly UpstreamCell[];
}

/** The first words behind a cell, short enough for the grid; evidence stands before what else was said. */
export interface CellQuotations {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly quotations: readonly {
    readonly codingId: CodingId;
    readonly text: string;
    readonly translation: string;
    readonly stance: Stance | null;
  }[];
  /** How many fragments there are altogether. */
  readonly total: number;
}

const cellPlace = { columnId, rowKey };
const stance = z.enum(['supports', 'qualifies', 'contradicts']);

/** What a new column asks; what its kind has no use for is left out. */
export const newColumn = z.object({
  kind: z.enum(columnKinds).default('codes'),
  /** Left out or empty: the names of what it asks for. */
  title: z.string().optional(),
  decisionRule: z.string().optional(),
  codeIds: z.array(codeId).default([]),
  attributeId: traitId.nullable().default(null),
  caseValue: z.string().nullable().default(null),
  poleLow: z.string().max(200).default(''),
  poleHigh: z.string().max(200).default(''),
  sourceIds: z.array(columnId).default([]),
});

export const newMatrix = z.object({
  name: z.string(),
  decisionRules: z.string().default(''),
  display: z.string().max(60).default(''),
  rowKind: z.enum(rowKinds).default('cases'),
  rowAttributeId: traitId.nullable().default(null),
  rowCodeIds: z.array(codeId).default([]),
  columns: z.array(newColumn).default([]),
  layerId: layerId.nullable().default(null),
  groupBy: traitId.nullable().default(null),
  /** By one of the new columns, or by an attribute. */
  sort: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('attribute'), attributeId: traitId }),
      z.object({ by: z.literal('column'), index: z.int().min(0) }),
    ])
    .optional(),
  descending: z.boolean().default(false),
  shows: z.array(z.enum(shownKinds)).optional(),
});
export type NewColumnInput = z.input<typeof newColumn>;
export type NewMatrixInput = z.input<typeof newMatrix>;

const reason = z.string().trim().max(8_000);

export const drawnMatrix = z.object({
  name: z.string(),
  sourceId: matrixId,
  /** Each drawn from one column of the source, or merged from several; the reason is needed for a merge. */
  columns: z
    .array(
      z.object({
        title: z.string().default(''),
        kind: z.enum(['cells', 'rating', 'condition', 'verdict', 'checklist']).default('cells'),
        sourceIds: z.array(columnId).min(1),
        reason: reason.default(''),
      }),
    )
    .min(1),
  /** Columns of the source that are not taken over, each with why. */
  leftOut: z.array(z.object({ columnId, reason })).default([]),
  /** Left out: the rows of the source. An attribute makes one row of all cases with the same value. */
  rowAttributeId: traitId.nullable().default(null),
});
export type DrawnMatrixInput = z.input<typeof drawnMatrix>;

export interface ReductionStep {
  readonly kind: 'draw' | 'merge' | 'leave out' | 'remove';
  /** The column that was made, or left out. */
  readonly columnTitle: string;
  /** The columns it was made from, as they were called then. */
  readonly sources: readonly { readonly matrix: string; readonly column: string }[];
  readonly reason: string;
  readonly coderName: string;
  readonly at: string;
}

const view = {
  layerId: layerId.nullable().optional(),
  sort: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('case') }),
      z.object({ by: z.literal('attribute'), attributeId: traitId }),
      z.object({ by: z.literal('column'), columnId }),
    ])
    .optional(),
  descending: z.boolean().optional(),
  groupBy: traitId.nullable().optional(),
  filters: z.array(caseFilter).max(20).optional(),
  shows: z.array(z.enum(shownKinds)).optional(),
};

export const matricesContract = {
  list: query(z.object({})).returns<readonly MatrixListItem[]>(),
  get: query(z.object({ id: matrixId })).returns<Matrix>(),
  /** The same, for the screen: its cells packed. */
  getPacked: query(z.object({ id: matrixId })).returns<PackedMatrix>(),
  /** Null when the changes can show anywhere in the matrix: get it again. */
  rowsAfter: query(z.object({ id: matrixId, changes: changedRows })).returns<MatrixRowsNow | null>(),
  cell: query(
    z.object({ ...cellPlace, most: z.int().min(1).max(10_000).default(500) }),
  ).returns<CellDetail>(),
  /** Of the cells of some rows, those that are in view: of a whole matrix it would be all that anybody said. */
  quotations: query(
    z.object({
      id: matrixId,
      rowKeys: z.array(rowKey).max(200),
      most: z.int().min(1).max(10).default(3),
    }),
  ).returns<readonly CellQuotations[]>(),

  /** How whoever sits here reads across the matrix: kept on this machine, and no step of the history. */
  reading: command(z.object({ id: matrixId })).returns<MatrixReading>(),
  rememberReading: command(matrixReading.extend({ id: matrixId })).returns<void>(),

  create: mutation('Make a matrix', newMatrix).returns<MatrixId>(),
  /** A matrix of the same rows, whose columns are drawn from the cells of another; what was reduced, and why, is logged. */
  draw: mutation('Draw a matrix from another', drawnMatrix).returns<MatrixId>(),
  /** Begins an analytic memo that links to each of the cells: on a pattern that shows in several of them. */
  noteOnCells: mutation(
    'Write a memo on cells',
    z.object({ id: matrixId, places: z.array(z.object(cellPlace)).min(1).max(500) }),
  ).returns<MemoId>(),
  /** How the matrix was made from others, oldest step first. */
  reductionLog: query(z.object({ id: matrixId })).returns<readonly ReductionStep[]>(),
  change: mutation(
    'Change a matrix',
    z.object({ id: matrixId, name: z.string().optional(), decisionRules: z.string().optional() }),
  ).returns<void>(),
  setView: mutation('Order a matrix', z.object({ id: matrixId, ...view })).returns<void>(),
  /** Of the whole matrix, or of one of its columns. */
  removalPreview: query(z.object({ id: matrixId, columnId: columnId.optional() })).returns<{
    readonly columns: number;
    readonly summaries: number;
    /** Other matrices that draw from it: what is written there stays, and no longer rests on anything here. */
    readonly drawnInto: readonly string[];
  }>(),
  remove: mutation('Remove a matrix', z.object({ id: matrixId })).returns<void>(),

  addColumn: mutation(
    'Add a column',
    newColumn.extend({
      matrixId,
      index: z.int().min(0).optional(),
      /** Why it is drawn from other columns, for the reduction log. */
      reason: reason.default(''),
    }),
  ).returns<ColumnId>(),
  changeColumn: mutation(
    'Change a column',
    z.object({
      id: columnId,
      title: z.string().optional(),
      decisionRule: z.string().optional(),
      width: z.int().min(80).max(900).optional(),
      codeIds: z.array(codeId).optional(),
      poleLow: z.string().max(200).optional(),
      poleHigh: z.string().max(200).optional(),
    }),
  ).returns<void>(),
  moveColumn: mutation('Move a column', z.object({ id: columnId, index: z.int().min(0) })).returns<void>(),
  /** With its cells. */
  removeColumn: mutation('Remove a column', z.object({ id: columnId })).returns<void>(),

  /** An empty summary without anything else in the cell removes it. */
  writeSummary: mutation(
    'Write a summary',
    z.object({ ...cellPlace, summary: z.string().max(32_000), typing }),
  ).returns<void>(),
  /** What is left out stays; null takes a judgement back. */
  judge: mutation(
    'Judge a cell',
    z.object({
      ...cellPlace,
      rating: z.enum(ratings).nullable().optional(),
      symbol: z.enum(cellSymbols).nullable().optional(),
      rationale: z.string().max(8_000).optional(),
      typing,
    }),
  ).returns<void>(),
  /** Null takes the fragment, or the cell of another matrix, out of the evidence. */
  setEvidence: mutation(
    'Attach evidence',
    z.object({
      ...cellPlace,
      codingIds: z.array(codingId).max(500).default([]),
      cellIds: z.array(cellId).max(500).default([]),
      stance: stance.nullable(),
    }),
  ).returns<void>(),
};
