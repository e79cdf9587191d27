import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import type { Attribute } from '../participants/participants-contract.ts';
import type { Fragment } from '../coding/coding-contract.ts';
import {
  attributeId,
  codeId,
  codingId,
  columnId,
  layerId,
  matrixId,
  participantId,
  type AttributeId,
  type CellId,
  type CodeId,
  type ColumnId,
  type LayerId,
  type MatrixId,
  type ParticipantId,
} from '../ids.ts';

export interface MatrixListItem {
  readonly id: MatrixId;
  readonly name: string;
  readonly columns: number;
  /** Cells with a summary. */
  readonly summaries: number;
}

export interface MatrixColumn {
  readonly id: ColumnId;
  readonly title: string;
  readonly decisionRule: string;
  /** CSS pixels. */
  readonly width: number;
  /** As chosen; fragments of everything below them count too. */
  readonly codeIds: readonly CodeId[];
}

export interface MatrixRow {
  readonly participantId: ParticipantId;
  readonly code: string;
  readonly values: Readonly<Record<AttributeId, string>>;
}

/** A cell that holds something. A cell that is absent has no fragments and no summary. */
export interface MatrixCell {
  readonly columnId: ColumnId;
  readonly participantId: ParticipantId;
  /** Codings, in the layers that the matrix counts; how they are counted is said at `countCells`. */
  readonly count: number;
  readonly summary: string;
  /** Fragments that the summary is said to rest on. */
  readonly evidence: number;
}

export interface MatrixView {
  /** Null counts every layer. */
  readonly layerId: LayerId | null;
  readonly sort:
    | { readonly by: 'case' }
    | { readonly by: 'attribute'; readonly attributeId: AttributeId }
    | { readonly by: 'column'; readonly columnId: ColumnId };
  readonly descending: boolean;
  readonly groupBy: AttributeId | null;
}

export interface Matrix {
  readonly id: MatrixId;
  readonly name: string;
  readonly decisionRules: string;
  readonly view: MatrixView;
  readonly attributes: readonly Attribute[];
  readonly columns: readonly MatrixColumn[];
  /** In the order of the view; groups follow each other. */
  readonly rows: readonly MatrixRow[];
  readonly cells: readonly MatrixCell[];
}

export type Stance = 'supports' | 'qualifies' | 'contradicts';

export interface CellDetail {
  readonly cellId: CellId | null;
  readonly columnId: ColumnId;
  readonly participantId: ParticipantId;
  readonly summary: string;
  readonly authorName: string | null;
  readonly updatedAt: string | null;
  /** Every fragment that the column asks for in this case, and any other that the summary rests on. */
  readonly fragments: readonly (Fragment & { readonly stance: Stance | null })[];
}

const cellPlace = { columnId, participantId };
const stance = z.enum(['supports', 'qualifies', 'contradicts']);

export const matricesContract = {
  list: query(z.object({})).returns<readonly MatrixListItem[]>(),
  get: query(z.object({ id: matrixId })).returns<Matrix>(),
  cell: query(z.object(cellPlace)).returns<CellDetail>(),

  create: mutation(
    'Make a matrix',
    z.object({
      name: z.string(),
      columns: z.array(z.object({ title: z.string(), codeIds: z.array(codeId).min(1) })).default([]),
      layerId: layerId.nullable().default(null),
    }),
  ).returns<MatrixId>(),
  change: mutation(
    'Change a matrix',
    z.object({ id: matrixId, name: z.string().optional(), decisionRules: z.string().optional() }),
  ).returns<void>(),
  setView: mutation(
    'Order a matrix',
    z.object({
      id: matrixId,
      layerId: layerId.nullable().optional(),
      sort: z
        .discriminatedUnion('by', [
          z.object({ by: z.literal('case') }),
          z.object({ by: z.literal('attribute'), attributeId }),
          z.object({ by: z.literal('column'), columnId }),
        ])
        .optional(),
      descending: z.boolean().optional(),
      groupBy: attributeId.nullable().optional(),
    }),
  ).returns<void>(),
  removalPreview: query(z.object({ id: matrixId })).returns<{
    readonly columns: number;
    readonly summaries: number;
  }>(),
  remove: mutation('Remove a matrix', z.object({ id: matrixId })).returns<void>(),

  addColumn: mutation(
    'Add a column',
    z.object({
      matrixId,
      title: z.string().optional(),
      codeIds: z.array(codeId).min(1),
      index: z.int().min(0).optional(),
    }),
  ).returns<ColumnId>(),
  changeColumn: mutation(
    'Change a column',
    z.object({
      id: columnId,
      title: z.string().optional(),
      decisionRule: z.string().optional(),
      width: z.int().min(80).max(900).optional(),
      codeIds: z.array(codeId).min(1).optional(),
    }),
  ).returns<void>(),
  moveColumn: mutation('Move a column', z.object({ id: columnId, index: z.int().min(0) })).returns<void>(),
  /** With its cells. */
  removeColumn: mutation('Remove a column', z.object({ id: columnId })).returns<void>(),

  /** An empty summary without evidence removes the cell. */
  writeSummary: mutation(
    'Write a summary',
    z.object({ ...cellPlace, summary: z.string().max(32_000), typing }),
  ).returns<void>(),
  /** Null takes the fragment out of the evidence. */
  setEvidence: mutation(
    'Attach evidence',
    z.object({ ...cellPlace, codingIds: z.array(codingId).min(1).max(500), stance: stance.nullable() }),
  ).returns<void>(),
};
