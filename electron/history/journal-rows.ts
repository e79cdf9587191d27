import type { ReadableDb } from '#electron/database/handles.ts';
import { changesOfRow } from './history-sql.ts';

export type OnceThere = Readonly<Record<string, string | number | null>>;

/** More than a row ever gets; a bound all the same. */
const MOST_CHANGES = 1000;

/** Everything that a row has been, in its last `most` changes, the latest first. */
export function rowsOnceThere(
  db: ReadableDb,
  table: string,
  id: number,
  most = MOST_CHANGES,
): readonly OnceThere[] {
  return changesOfRow(db, table, id, most)
    .toReversed()
    .flatMap(({ row_after, row_before }) => [row_after, row_before])
    .filter((row) => row !== null)
    .map((row) => JSON.parse(row) as OnceThere);
}
