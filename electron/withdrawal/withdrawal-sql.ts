import type { ParticipantId } from '#shared/ids.ts';
import type { ReadableDb, SqlValue, WritableDb } from '#electron/database/handles.ts';
import type { Reference } from './withdrawal-tables.ts';

const GIVEN = '(SELECT value FROM json_each(?))';
const PAGE = 2000;

export function codeOf(db: ReadableDb, id: ParticipantId): string | undefined {
  return db.column<string>('SELECT code FROM participant WHERE id = ?', id)[0];
}

/** Whether a value refers to one of those that are given. */
function refers(value: string, by: Reference['by']): string {
  return by === 'within'
    ? `EXISTS (SELECT 1 FROM json_each(?) AS given WHERE instr(${value}, given.value) > 0)`
    : `${value} IN ${GIVEN}`;
}

/** Rows that refer to one of these now. */
export function rowsReferring(
  db: ReadableDb,
  table: string,
  { column, by }: Reference,
  to: readonly SqlValue[],
): number[] {
  return db.column<number>(
    `SELECT id FROM "${table}" WHERE ${refers(`"${table}"."${column}"`, by)}`,
    JSON.stringify(to),
  );
}

/** Rows of which the journal knows that they referred to one of these, and that are gone, or (`letGo`) refer to nothing now. */
export function rowsThatReferred(
  db: ReadableDb,
  table: string,
  { column, by }: Reference,
  to: readonly SqlValue[],
  letGo: readonly string[] | null,
): number[] {
  const given = JSON.stringify(to);
  const isFree = letGo === null ? '0' : letGo.map((name) => `"${name}" IS NULL`).join(' AND ');
  return db.column<number>(
    `SELECT DISTINCT row_id FROM change WHERE table_name = ?
       AND (${refers(`json_extract(row_before, '$.${column}')`, by)}
            OR ${refers(`json_extract(row_after, '$.${column}')`, by)})
       AND NOT EXISTS (SELECT 1 FROM "${table}" WHERE id = change.row_id AND NOT (${isFree}))`,
    table,
    given,
    given,
  );
}

/** The uids of rows, there or gone; a table without uids has none. */
export function uidsOf(db: ReadableDb, table: string, ids: readonly number[]): string[] {
  const given = JSON.stringify(ids);
  const hasUid = columnsOf(db, table).some(({ name }) => name === 'uid');
  if (!hasUid) return [];
  return [
    ...db.column<string>(`SELECT uid FROM "${table}" WHERE id IN ${GIVEN}`, given),
    ...db.column<string>(
      `SELECT DISTINCT json_extract(coalesce(row_before, row_after), '$.uid') FROM change
       WHERE table_name = ? AND row_id IN ${GIVEN}`,
      table,
      given,
    ),
  ];
}

export function columnsOf(db: ReadableDb, table: string): { readonly name: string; readonly type: string }[] {
  return db.all('SELECT name, type FROM pragma_table_info(?)', table);
}

/** Every text of these versions, as they are and as the journal has them. */
export function textsOfVersions(db: ReadableDb, ids: readonly number[]): string[] {
  const given = JSON.stringify(ids);
  return [
    ...db.column<string>(`SELECT text FROM transcript_version WHERE id IN ${GIVEN}`, given),
    ...db.column<string>(
      `SELECT DISTINCT json_extract(coalesce(row_before, row_after), '$.text') FROM change
       WHERE table_name = 'transcript_version' AND row_id IN ${GIVEN}`,
      given,
    ),
  ];
}

export function* textsOfOtherVersions(db: ReadableDb, ids: readonly number[]): Generator<string, void> {
  const rows = db.iterate<{ readonly text: string }>(
    `SELECT text FROM transcript_version WHERE id NOT IN ${GIVEN}`,
    JSON.stringify(ids),
  );
  for (const { text } of rows) yield text;
}

export function placesOf(
  db: ReadableDb,
  versionIds: readonly number[],
): { readonly versionId: number; readonly start: number; readonly end: number }[] {
  return db.all(
    `SELECT DISTINCT version_id AS versionId, start, "end" FROM coding WHERE version_id IN ${GIVEN}`,
    JSON.stringify(versionIds),
  );
}

export function textOfVersion(db: ReadableDb, id: number): string {
  return db.column<string>('SELECT text FROM transcript_version WHERE id = ?', id)[0] ?? '';
}

export function deleteRows(db: WritableDb, table: string, ids: readonly number[]): number {
  return db.run(`DELETE FROM "${table}" WHERE id IN ${GIVEN}`, JSON.stringify(ids));
}

export type TextRow = Readonly<Record<string, string | number | null>> & { readonly id: number };

/** The texts of all rows but those that go, a page at a time, so that rows can be changed in between. */
export function* textRows(
  db: ReadableDb,
  table: string,
  columns: readonly string[],
  gone: ReadonlySet<number>,
): Generator<TextRow, void> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  let last = 0;
  for (;;) {
    const rows = db.all<TextRow>(
      `SELECT id, ${names} FROM "${table}" WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
      last,
    );
    for (const row of rows) if (!gone.has(row.id)) yield row;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

export function updateText(db: WritableDb, table: string, id: number, column: string, text: string): void {
  db.runOne(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`, text, id);
}

/** The journal's rows about rows that go; and the groups that they stood in. */
export function eraseChanges(db: WritableDb, table: string, ids: readonly number[]): number[] {
  const given = JSON.stringify(ids);
  const groups = db.column<number>(
    `SELECT DISTINCT group_id FROM change WHERE table_name = ? AND row_id IN ${GIVEN}`,
    table,
    given,
  );
  db.run(`DELETE FROM change WHERE table_name = ? AND row_id IN ${GIVEN}`, table, given);
  return groups;
}

/** Steps of which nothing is left go, with what is known of their undoing; the others no longer say what they were. */
export function eraseGroups(db: WritableDb, groups: readonly number[], label: string): void {
  const given = JSON.stringify(groups);
  const empty = `(SELECT value FROM json_each(?)
    WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.group_id = value))`;
  db.run(`DELETE FROM undo_event WHERE group_id IN ${empty}`, given);
  db.run(`DELETE FROM change_group WHERE id IN ${empty}`, given);
  db.run(`UPDATE change_group SET label = ?, typing_key = NULL WHERE id IN ${GIVEN}`, label, given);
}

export interface ChangeTexts {
  readonly id: number;
  readonly table_name: string;
  readonly row_before: string | null;
  readonly row_after: string | null;
}

export function* changesOfOtherTables(
  db: ReadableDb,
  asTheyAre: readonly string[],
): Generator<ChangeTexts, void> {
  let last = 0;
  for (;;) {
    const rows = db.all<ChangeTexts>(
      `SELECT id, table_name, row_before, row_after FROM change
       WHERE id > ? AND table_name NOT IN ${GIVEN} ORDER BY id LIMIT ${PAGE}`,
      last,
      JSON.stringify(asTheyAre),
    );
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

export function updateChange(
  db: WritableDb,
  { id, row_before: before, row_after: after }: Omit<ChangeTexts, 'table_name'>,
): void {
  db.runOne('UPDATE change SET row_before = ?, row_after = ? WHERE id = ?', before, after, id);
}

export function updateLabel(db: WritableDb, id: number, label: string): void {
  db.runOne('UPDATE change_group SET label = ? WHERE id = ?', label, id);
}

export function insertBarrier(
  db: WritableDb,
  group: {
    readonly at: string;
    readonly coderId: number | null;
    readonly coderName: string;
    readonly method: string;
    readonly label: string;
  },
): void {
  db.runOne(
    `INSERT INTO change_group (at, coder_id, coder_name, method, label, state, barrier) VALUES (?, ?, ?, ?, ?, 'done', 1)`,
    group.at,
    group.coderId,
    group.coderName,
    group.method,
    group.label,
  );
}

export function tableNames(db: ReadableDb): string[] {
  return db.column<string>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
}

export function firstSeen(db: ReadableDb, transcripts: readonly number[]): string | null {
  return (
    db.column<string | null>(
      `SELECT min(created_at) FROM transcript WHERE id IN ${GIVEN}`,
      JSON.stringify(transcripts),
    )[0] ?? null
  );
}

export function rowsThere(db: ReadableDb, table: string, ids: readonly number[]): number {
  return (
    db.column<number>(`SELECT count(*) FROM "${table}" WHERE id IN ${GIVEN}`, JSON.stringify(ids))[0] ?? 0
  );
}

export function memoTitles(db: ReadableDb, ids: readonly number[]): string[] {
  return db.column<string>(
    `SELECT CASE title WHEN '' THEN substr(text, 1, 60) ELSE title END FROM memo WHERE id IN ${GIVEN} ORDER BY id`,
    JSON.stringify(ids),
  );
}

/** Steps of the history of which nothing would be left. */
export function countSteps(db: ReadableDb, gone: ReadonlyMap<string, ReadonlySet<number>>): number {
  const given = JSON.stringify([...gone].flatMap(([table, ids]) => [...ids].map((id) => `${table} ${id}`)));
  return (
    db.column<number>(
      `SELECT count(*) FROM (
         SELECT group_id FROM change GROUP BY group_id
         HAVING min(table_name || ' ' || row_id IN (SELECT value FROM json_each(?))) = 1)`,
      given,
    )[0] ?? 0
  );
}

export function referencesOf(db: ReadableDb, table: string): Reference[] {
  return db.all<Reference>(
    'SELECT "from" AS "column", "table" AS "of" FROM pragma_foreign_key_list(?)',
    table,
  );
}
