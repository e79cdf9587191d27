import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { packagesContract } from '#shared/packages/packages-contract.ts';
import type { VersionId } from '#shared/ids.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { isRangeOf, type TextRange } from '#shared/text/text-range.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { SqlValue, WritableDb } from '#electron/database/handles.ts';
import { newestVersion } from '#electron/corrections/corrections-sql.ts';
import { readContent, refersTo, rowKnownAs, type Content } from './kept-content.ts';
import { findKept, listKept, settleKept, type StoredKept } from './kept-sql.ts';
import { settlerOf } from './kept-rows.ts';
import { insertRow, nextId, optionalColumns, type Row } from './merge-sql.ts';
import { RowIndex } from './row-index.ts';
import { StudyRows } from './study-rows.ts';
import { readShapes, type TableShape } from './table-shapes.ts';

/** Where an anchored row is to stand. */
export type Place = TextRange & { readonly versionId: VersionId };

/** Puts a row whose passage was not found on a passage that a person chose, with all that waited for it. */
export function placeKept(
  context: MutationContext,
  { id, transcriptId, start, end }: InputOf<(typeof packagesContract)['place']>,
): void {
  const { db } = context;
  const kept = findKept(db, id);
  const version = newestVersion(db, transcriptId);
  if (kept === undefined || version === undefined) throw new AppError('not-found', { what: 'alternative' });
  if (!isRangeOf(version.text, { start, end }) || start === end)
    throw new AppError('range-invalid', { start, end, length: version.text.length });
  const place = { versionId: version.id, ...snapOutwards(version.text, { start, end }) };
  context.label(`Place what was kept from a merge: ${kept.label}`);
  const by = settlerOf(context);
  const waiting = new WaitingRows(db, { by, at: context.now() });
  if (kept.reason !== 'not placed' || kept.outcome !== null || !waiting.put(kept, place))
    throw new AppError('kept-not-placed', { label: kept.label });
  waiting.putFollowing();
}

/** Rows that were kept without a place, on their way into their tables. */
export class WaitingRows {
  readonly #db: WritableDb;
  readonly #settled: { readonly by: string | null; readonly at: string };
  readonly #study: StudyRows;

  constructor(db: WritableDb, settled: { readonly by: string | null; readonly at: string }) {
    this.#db = db;
    this.#settled = settled;
    this.#study = new StudyRows(db, readShapes(db));
  }

  /** False, and nothing happens, when what it refers to is not here or its place is taken. */
  put(kept: StoredKept, place: Place | null): boolean {
    const shape = this.#study.shape(kept.table);
    const row = this.#rowOf(shape, readContent(kept.content), place);
    if (row === null) return false;
    const index = new RowIndex(this.#study, shape);
    if (index.isTaken(row) || (shape.hasUid && index.byUid(String(row['uid'])) !== undefined)) return false;
    insertRow(this.#db, shape.table, row);
    this.#study.set(shape.table, row);
    settleKept(this.#db, kept.id, 'theirs', this.#settled.by, this.#settled.at);
    return true;
  }

  /** What stands in no text of its own and only waited for something that is here by now. */
  putFollowing(): void {
    const shapes = new Map(this.#study.shapes.map((shape, order) => [shape.table, { shape, order }]));
    const waiting = listKept(this.#db)
      .filter(({ table, reason, outcome }) => {
        const { rule, references } = this.#study.shape(table);
        const isText = rule.anchored === true || references.get('version_id') !== undefined;
        return reason === 'not placed' && outcome === null && !isText && table !== 'transcript_version';
      })
      .toSorted((a, b) => (shapes.get(a.table)?.order ?? 0) - (shapes.get(b.table)?.order ?? 0));
    for (const kept of waiting) this.put(kept, null);
  }

  #rowOf(shape: TableShape, content: Content, place: Place | null): Row | null {
    const optional = new Set(optionalColumns(this.#db, shape.table));
    const values: Record<string, SqlValue> = {};
    for (const column of shape.columns) {
      const value = content[column];
      const target = shape.references.get(column);
      if (column === 'id' || (place !== null && column === 'version_id')) continue;
      if (value === undefined) return null;
      if (typeof value !== 'object' || value === null) values[column] = value;
      else {
        const found =
          target === undefined
            ? undefined
            : rowKnownAs(this.#study, this.#study.shape(target), refersTo(value));
        if (found === undefined && !optional.has(column)) return null;
        values[column] = found?.id ?? null;
      }
    }
    const standing =
      place === null ? {} : { version_id: place.versionId, start: place.start, end: place.end };
    return { ...values, ...standing, id: nextId(this.#db, shape.table) };
  }
}
