import { AppError } from '#shared/contract/errors.ts';
import type { CellId, CodeId, CoderId, ColumnId, LayerId, MatrixId, ParticipantId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { insertCell } from './cells-sql.ts';
import { columnsOfMatrix, insertColumn, insertColumnCode, nameOfCode, placeColumn } from './columns-sql.ts';
import { upsertEvidence, type EvidenceRecord } from './evidence-sql.ts';
import { insertMatrix, layerExists, matrixNamed } from './matrices-sql.ts';

export interface NewColumn {
  /** Left out or empty: the names of the codes, joined by a plus. */
  readonly title?: string | undefined;
  readonly decisionRule?: string;
  readonly codeIds: readonly CodeId[];
}

export interface NewMatrix {
  readonly name: string;
  /** Whose codings count; null counts those of every coder. */
  readonly layerId: LayerId | null;
  readonly columns: readonly NewColumn[];
}

export interface NewCell {
  readonly columnId: ColumnId;
  readonly participantId: ParticipantId;
  readonly summary: string;
  readonly authorId: CoderId | null;
  readonly evidence: readonly EvidenceRecord[];
}

/** Makes a matrix with its columns; their ids come back in the given order. For the screen and for the sample study. */
export function storeMatrix(
  context: MutationContext,
  { name, layerId, columns }: NewMatrix,
): { readonly id: MatrixId; readonly columnIds: readonly ColumnId[] } {
  const { db } = context;
  const title = freeName(db, name, null);
  if (layerId !== null && !layerExists(db, layerId)) throw new AppError('not-found', { what: 'coder' });
  const id = insertMatrix(db, context.newUid(), title, layerId, context.now());
  return { id, columnIds: columns.map((column, position) => insertWithCodes(context, id, column, position)) };
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
  const id = insertWithCodes(context, matrixId, column, place);
  placeInOrder(context, matrixId, others.toSpliced(place, 0, id));
  return id;
}

/** Stores a cell that is not there yet. */
export function storeCell(context: MutationContext, cell: NewCell): CellId {
  const { columnId, participantId, summary, authorId, evidence } = cell;
  const uid = context.newUid();
  const id = insertCell(context.db, uid, columnId, participantId, summary, authorId, context.now());
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

function insertWithCodes(
  context: MutationContext,
  matrixId: MatrixId,
  { title, decisionRule, codeIds }: NewColumn,
  position: number,
): ColumnId {
  const { db } = context;
  const written = titleFor(db, title, codeIds);
  const id = insertColumn(db, context.newUid(), matrixId, written, decisionRule?.trim() ?? '', position);
  storeColumnCodes(context, id, codeIds);
  return id;
}

export function storeColumnCodes(
  { db }: MutationContext,
  columnId: ColumnId,
  codeIds: readonly CodeId[],
): void {
  [...new Set(codeIds)].forEach((codeId, position) => insertColumnCode(db, columnId, codeId, position));
}

/** The given title, or the names of the codes. Throws `not-found` when a code is not there. */
function titleFor(db: ReadableDb, title: string | undefined, codeIds: readonly CodeId[]): string {
  const names = namesOfCodes(db, codeIds);
  const given = title?.trim() ?? '';
  return given === '' ? names.join(' + ') : given;
}

export function namesOfCodes(db: ReadableDb, codeIds: readonly CodeId[]): string[] {
  return [...new Set(codeIds)].map((id) => {
    const name = nameOfCode(db, id);
    if (name === undefined) throw new AppError('not-found', { what: 'code' });
    return name;
  });
}
