import { AppError } from '#shared/contract/errors.ts';
import type {
  TraitId,
  CellId,
  CodeId,
  CoderId,
  ColumnId,
  LayerId,
  MatrixId,
  ParticipantId,
} from '#shared/ids.ts';
import type { ColumnKind, ShownKind } from '#shared/matrices/cell-kinds.ts';
import type { RowKey, RowKind } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { insertCell } from './cells-sql.ts';
import { requireSources } from './column-sources.ts';
import { columnTitle, requireFitting } from './column-rules.ts';
import {
  columnsOfMatrix,
  insertColumn,
  insertColumnCode,
  insertColumnSource,
  nameOfCode,
  placeColumn,
} from './columns-sql.ts';
import { upsertEvidence, type EvidenceRecord } from './evidence-sql.ts';
import { insertMatrix, layerExists, matrixNamed, updateOrder, updateShown } from './matrices-sql.ts';
import { insertRowCode } from './rows-sql.ts';
import { listTraits } from './traits-sql.ts';

export interface NewColumn {
  readonly kind?: ColumnKind;
  /** Left out or empty: the names of what it asks for. */
  readonly title?: string | undefined;
  readonly decisionRule?: string | undefined;
  readonly codeIds?: readonly CodeId[];
  readonly attributeId?: TraitId | null;
  readonly caseValue?: string | null;
  readonly poleLow?: string;
  readonly poleHigh?: string;
  /** Columns of other matrices, for a column that is drawn from their cells. */
  readonly sourceIds?: readonly ColumnId[];
}

export interface NewMatrix {
  readonly name: string;
  readonly decisionRules?: string;
  readonly display?: string;
  readonly rowKind?: RowKind;
  readonly rowAttributeId?: TraitId | null;
  readonly rowCodeIds?: readonly CodeId[];
  /** Whose codings count; null counts those of every coder. */
  readonly layerId: LayerId | null;
  readonly groupBy?: TraitId | null;
  readonly sort?:
    | { readonly by: 'attribute'; readonly attributeId: TraitId }
    | { readonly by: 'column'; readonly index: number }
    | undefined;
  readonly descending?: boolean;
  readonly shows?: readonly ShownKind[] | undefined;
  readonly columns: readonly NewColumn[];
}

export interface NewCell {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly participantId: ParticipantId | null;
  readonly summary: string;
  readonly authorId: CoderId | null;
  readonly evidence: readonly EvidenceRecord[];
}

/** Makes a matrix with its columns; their ids come back in the given order. For the screen and for the sample study. */
export function storeMatrix(
  context: MutationContext,
  matrix: NewMatrix,
): { readonly id: MatrixId; readonly columnIds: readonly ColumnId[] } {
  const { db } = context;
  const { rowKind = 'cases', rowAttributeId = null, rowCodeIds = [], layerId, groupBy = null } = matrix;
  const name = freeName(db, matrix.name, null);
  if (layerId !== null && !layerExists(db, layerId)) throw new AppError('not-found', { what: 'coder' });
  requireTraits(db, [rowAttributeId, groupBy]);
  requireRows(rowKind, rowAttributeId, rowCodeIds);
  const row = {
    name,
    decisionRules: matrix.decisionRules?.trim() ?? '',
    display: matrix.display ?? '',
    rowKind,
    rowAttributeId,
    layerId,
    groupAttributeId: groupBy,
  };
  const id = insertMatrix(db, context.newUid(), row, context.now());
  if (matrix.shows !== undefined) updateShown(db, id, matrix.shows.join(' '));
  namesOfCodes(db, rowCodeIds);
  if (rowKind === 'codes')
    [...new Set(rowCodeIds)].forEach((codeId, position) => insertRowCode(db, id, codeId, position));
  const columnIds = matrix.columns.map((column, position) =>
    insertWithSources(context, id, column, position),
  );
  storeOrder(context, id, matrix, columnIds);
  return { id, columnIds };
}

function storeOrder(
  { db }: MutationContext,
  id: MatrixId,
  { sort, descending = false }: NewMatrix,
  columnIds: readonly ColumnId[],
): void {
  if (sort === undefined) return;
  const attributeId = sort.by === 'attribute' ? sort.attributeId : null;
  requireTraits(db, [attributeId]);
  const columnId = sort.by === 'column' ? (columnIds[sort.index] ?? null) : null;
  updateOrder(db, id, attributeId, columnId, descending);
}

function requireRows(kind: RowKind, attributeId: TraitId | null, codeIds: readonly CodeId[]): void {
  if (kind === 'groups' && attributeId === null)
    throw new AppError('bad-input', {
      problems: ['Choose the attribute or the typology that makes the rows.'],
    });
  if (kind === 'codes' && codeIds.length === 0)
    throw new AppError('bad-input', { problems: ['Choose the codes that are the rows.'] });
}

export function requireTraits(db: ReadableDb, ids: readonly (TraitId | null)[]): void {
  const known = new Set(listTraits(db).map(({ id }) => id));
  for (const id of ids)
    if (id !== null && !known.has(id))
      throw new AppError('not-found', { what: id > 0 ? 'attribute' : 'typology' });
}

/** A new column at the place `index`; left out, at the end. */
export function storeColumn(
  context: MutationContext,
  matrixId: MatrixId,
  column: NewColumn,
  index?: number,
): ColumnId {
  const others = columnsOfMatrix(context.db, matrixId).map(({ id }) => id);
  const place = Math.min(index ?? others.length, others.length);
  const id = insertWithSources(context, matrixId, column, place);
  placeInOrder(context, matrixId, others.toSpliced(place, 0, id));
  return id;
}

/** Stores a cell that is not there yet. */
export function storeCell(context: MutationContext, { evidence, ...cell }: NewCell): CellId {
  const id = insertCell(context.db, context.newUid(), cell, context.now());
  for (const { codingId, stance } of evidence) upsertEvidence(context.db, id, codingId, stance);
  return id;
}

/** The name, trimmed. Throws `name-empty`, and `name-taken` when another matrix than `own` has it. */
export function freeName(db: ReadableDb, name: string, own: MatrixId | null): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'matrix' });
  const holder = matrixNamed(db, trimmed);
  if (holder !== undefined && holder !== own)
    throw new AppError('name-taken', { what: 'matrix', name: trimmed });
  return trimmed;
}

/** Gives the columns the positions 0, 1, 2 … in this order, and touches only those that move. */
export function placeInOrder({ db }: MutationContext, matrixId: MatrixId, order: readonly ColumnId[]): void {
  const positions = new Map(columnsOfMatrix(db, matrixId).map(({ id, position }) => [id, position]));
  order.forEach((id, position) => {
    if (positions.get(id) !== position) placeColumn(db, id, position);
  });
}

function insertWithSources(
  context: MutationContext,
  matrixId: MatrixId,
  column: NewColumn,
  position: number,
): ColumnId {
  const { db } = context;
  const { kind = 'codes', codeIds = [], attributeId = null, caseValue = null, sourceIds = [] } = column;
  requireTraits(db, [attributeId]);
  requireFitting(db, matrixId, { kind, codeIds, attributeId, sourceIds });
  const sources = requireSources(db, matrixId, sourceIds);
  const names = namesOfCodes(db, codeIds);
  const id = insertColumn(db, context.newUid(), {
    matrixId,
    kind,
    title: columnTitle(db, column, names, sources),
    decisionRule: column.decisionRule?.trim() ?? '',
    position,
    attributeId: kind === 'attribute' || kind === 'group' ? attributeId : null,
    caseValue: kind === 'group' ? (caseValue?.trim() ?? '') : null,
    poleLow: column.poleLow?.trim() ?? '',
    poleHigh: column.poleHigh?.trim() ?? '',
  });
  storeColumnCodes(context, id, codeIds);
  sources.forEach((source, place) => insertColumnSource(db, id, source.id, place));
  return id;
}

export function storeColumnCodes(
  { db }: MutationContext,
  columnId: ColumnId,
  codeIds: readonly CodeId[],
): void {
  [...new Set(codeIds)].forEach((codeId, position) => insertColumnCode(db, columnId, codeId, position));
}

/** Throws `not-found` when a code is not there. */
export function namesOfCodes(db: ReadableDb, codeIds: readonly CodeId[]): string[] {
  return [...new Set(codeIds)].map((id) => {
    const name = nameOfCode(db, id);
    if (name === undefined) throw new AppError('not-found', { what: 'code' });
    return name;
  });
}
