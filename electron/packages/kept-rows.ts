import { AppError } from '#shared/contract/errors.ts';
import type { KeptId } from '#shared/ids.ts';
import type { KeptRow } from '#shared/packages/packages-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb, SqlValue } from '#electron/database/handles.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { findKept, listKept, settleKept, type StoredKept } from './kept-sql.ts';
import { updateRow, type Row } from './merge-sql.ts';
import { labelOf } from './row-labels.ts';
import { RowIndex } from './row-index.ts';
import { saidColumns, StudyRows } from './study-rows.ts';
import { readShapes, type TableShape } from './table-shapes.ts';

export function readKept(db: ReadableDb): readonly KeptRow[] {
  const kept = listKept(db);
  if (kept.length === 0) return [];
  const study = new StudyRows(db, readShapes(db));
  return kept.map((row) => describe(study, row));
}

function describe(study: StudyRows, stored: StoredKept): KeptRow {
  const { rowKey, content, id, table, reason, label, fromName, at, outcome, settledBy } = stored;
  const kept = { id, table, reason, label, fromName, at, outcome, settledBy };
  const shape = study.shape(kept.table);
  const ours = rowWithKey(study, shape, rowKey);
  const said = readContent(content);
  const columns = kept.reason === 'conflict' ? saidColumns(shape) : Object.keys(said);
  const fields = columns
    .filter((column) => column !== 'uid' && said[column] !== undefined && said[column] !== null)
    .map((column) => ({
      column,
      ours: ours === undefined ? null : shownOf(study, shape, ours, column),
      theirs: shownContent(study, shape, column, said[column]),
    }))
    .filter((field) => kept.reason !== 'conflict' || field.ours !== field.theirs);
  return { ...kept, noun: shape.rule.noun, fields };
}

/** Puts theirs in the place of ours, or takes the decision back: then ours of before is in the history. */
export function settle(context: MutationContext, id: KeptId, outcome: 'ours' | 'theirs' | null): void {
  const { db } = context;
  const kept = findKept(db, id);
  if (kept === undefined) throw new AppError('not-found', { what: 'alternative' });
  context.label(`${SPOKEN[outcome ?? 'open']}: ${kept.label}`);
  if (outcome === 'theirs') takeTheirs(db, kept);
  const coder = listCoders(db).find((one) => one.id === context.requireCoder());
  const settled = outcome !== null;
  settleKept(db, id, outcome, settled ? (coder?.name ?? null) : null, settled ? context.now() : null);
}

const SPOKEN = { ours: 'Keep ours', theirs: 'Take theirs', open: 'Leave open' } as const;

function takeTheirs(db: MutationContext['db'], kept: StoredKept): void {
  const study = new StudyRows(db, readShapes(db));
  const shape = study.shape(kept.table);
  const ours = rowWithKey(study, shape, kept.rowKey);
  if (kept.reason !== 'conflict' || ours === undefined)
    throw new AppError('kept-not-placed', { label: kept.label });
  const said = readContent(kept.content);
  const values: Record<string, SqlValue> = { ...ours };
  for (const column of [...saidColumns(shape), ...(shape.rule.stamps ?? [])]) {
    const value = said[column];
    if (value === undefined) continue;
    const target = shape.references.get(column);
    values[column] =
      typeof value === 'object' && value !== null
        ? idOf(study, String(target), value.refersTo, kept.label)
        : value;
  }
  // `id` is among the values: they are those of the row.
  const row = values as unknown as Row;
  if (new RowIndex(study, shape).isTaken(row)) throw new AppError('kept-not-placed', { label: kept.label });
  updateRow(db, shape.table, row);
}

type Content = Readonly<Record<string, SqlValue | { readonly refersTo: string }>>;

function readContent(json: string): Content {
  // Written by apply-merge.ts alone.
  return JSON.parse(json) as Content;
}

function rowWithKey(study: StudyRows, shape: TableShape, key: string): Row | undefined {
  return study.rows(shape.table).find((row) => study.keyOf(shape, row) === key);
}

function idOf(study: StudyRows, table: string, key: string, label: string): number {
  const found = rowWithKey(study, study.shape(table), key);
  if (found === undefined) throw new AppError('kept-not-placed', { label });
  return found.id;
}

function shownOf(study: StudyRows, shape: TableShape, row: Row, column: string): string {
  const value = row[column] ?? null;
  const target = shape.references.get(column);
  if (target === undefined || typeof value !== 'number') return String(value ?? '');
  const found = study.get(target, value);
  return found === undefined ? '' : labelOf(study, study.shape(target), found);
}

function shownContent(
  study: StudyRows,
  shape: TableShape,
  column: string,
  value: Content[string] | undefined,
): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const target = shape.references.get(column);
  const found = target === undefined ? undefined : rowWithKey(study, study.shape(target), value.refersTo);
  return target === undefined || found === undefined ? '' : labelOf(study, study.shape(target), found);
}
