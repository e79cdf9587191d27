import { AppError } from '#shared/contract/errors.ts';
import type { KeptId, TranscriptId } from '#shared/ids.ts';
import type { KeptRow } from '#shared/packages/packages-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb, SqlValue } from '#electron/database/handles.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { readContent, refersTo, rowKnownAs, rowWithKey, type Content } from './kept-content.ts';
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
  return kept.map((row) => describe(study, row, kept));
}

function describe(study: StudyRows, stored: StoredKept, all: readonly StoredKept[]): KeptRow {
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
  return { ...kept, noun: shape.rule.noun, fields, ...whereabouts(study, shape, stored, all) };
}

/** In which transcript to look for a place: that of their text, whether it is here or was kept itself. */
function whereabouts(
  study: StudyRows,
  { rule, table }: TableShape,
  { reason, content }: StoredKept,
  all: readonly StoredKept[],
): Pick<KeptRow, 'transcriptId' | 'position'> {
  const said = readContent(content);
  const none = { transcriptId: null, position: null };
  if (reason !== 'not placed') return none;
  if (table === 'transcript_version') return { ...none, transcriptId: transcriptOfKept(study, said) };
  if (rule.anchored !== true) return none;
  const uid = refersTo(said['version_id']);
  const version = rowKnownAs(study, study.shape('transcript_version'), uid);
  const text = all.find((kept) => kept.table === 'transcript_version' && kept.rowKey === uid);
  const transcriptId =
    version === undefined
      ? text === undefined
        ? null
        : transcriptOfKept(study, readContent(text.content))
      : // A version refers to its transcript.
        (version['transcript_id'] as TranscriptId);
  return { transcriptId, position: Number(said['start']) };
}

/** The transcript that a text was of; null when it is not here. */
export function transcriptOfKept(study: StudyRows, content: Content): TranscriptId | null {
  const found = rowKnownAs(study, study.shape('transcript'), refersTo(content['transcript_id']));
  return found === undefined ? null : (found.id as TranscriptId);
}

/** Puts theirs in the place of ours, or takes the decision back: then ours of before is in the history. */
export function settle(context: MutationContext, id: KeptId, outcome: 'ours' | 'theirs' | null): void {
  const { db } = context;
  const kept = findKept(db, id);
  if (kept === undefined) throw new AppError('not-found', { what: 'alternative' });
  context.label(`${SPOKEN[outcome ?? 'open']}: ${kept.label}`);
  if (outcome === 'theirs') takeTheirs(db, kept);
  const settled = outcome !== null;
  settleKept(db, id, outcome, settled ? settlerOf(context) : null, settled ? context.now() : null);
}

/** Who decides. Throws `no-coder`. */
export function settlerOf(context: MutationContext): string | null {
  const coderId = context.requireCoder();
  return listCoders(context.db).find(({ id }) => id === coderId)?.name ?? null;
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
