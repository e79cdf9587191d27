import type { ReadableDb } from '#electron/database/handles.ts';
import { changesOfRow } from '#electron/history/history-sql.ts';

export type OnceThere = Readonly<Record<string, string | number | null>>;

/** More than a row ever gets; a bound all the same. */
const MOST_CHANGES = 1000;

/** Everything that a row has been, the latest first. */
export function rowsOnceThere(db: ReadableDb, table: string, id: number): readonly OnceThere[] {
  return changesOfRow(db, table, id, MOST_CHANGES)
    .toReversed()
    .flatMap(({ row_after, row_before }) => [row_after, row_before])
    .filter((row) => row !== null)
    .map((row) => JSON.parse(row) as OnceThere);
}
