import type { ReadableDb } from '#electron/database/handles.ts';
import { changedRows, statesOfRow, type Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

/**
 * The states that rows of a project have left behind: from its journal, and from what earlier merges and the maker of a
 * package noted. Who holds a state that the other has left behind is behind; this is how a later state is told from a
 * different one without a common copy to compare with.
 */
export class RowHistory {
  readonly #db: ReadableDb;
  readonly #noted = new Map<string, Set<string>>();
  readonly #changed = new Set<string>();

  constructor(db: ReadableDb, study: StudyRows) {
    this.#db = db;
    for (const row of study.rows('merge_known')) {
      const place = `${row['table_name']} ${row['row_key']}`;
      this.#noted.set(place, (this.#noted.get(place) ?? new Set()).add(String(row['state'])));
    }
    for (const { table, id } of changedRows(db)) this.#changed.add(`${table} ${id}`);
  }

  /**
   * The states that this row is no longer in, as `study` names them. `here` makes of a row of the journal what it is in
   * that study; null when it referred to something that is not there.
   */
  leftBehind(
    study: StudyRows,
    shape: TableShape,
    row: Row,
    key: string,
    here: (row: Row) => Row | null,
  ): ReadonlySet<string> {
    const noted = this.#noted.get(`${shape.table} ${key}`);
    const isChanged = this.#changed.has(`${shape.table} ${row.id}`);
    if (noted === undefined && !isChanged) return NONE;
    const states = new Set(noted);
    if (isChanged) {
      for (const earlier of statesOfRow(this.#db, shape.table, row.id)) {
        // A journal from before a column was added does not know it: the column has what it has now.
        const mapped = here({ ...row, ...earlier });
        if (mapped !== null) states.add(study.stateOf(shape, mapped));
      }
    }
    const now = here(row);
    if (now !== null) states.delete(study.stateOf(shape, now));
    return states;
  }
}

const NONE: ReadonlySet<string> = new Set();
