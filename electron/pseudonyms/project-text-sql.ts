import type { ReadableDb } from '#electron/database/handles.ts';

/** Every text of every table, the history among them; indexes hold nothing that is not in these. */
export function textsOfDatabase(db: ReadableDb): string[] {
  const columns = db.all<{ readonly table: string; readonly column: string }>(
    `SELECT tables.name AS "table", columns.name AS "column"
     FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
     WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
       AND columns.type = 'TEXT'`,
  );
  return columns.flatMap(({ table, column }) =>
    db.column<string>(`SELECT "${column}" FROM "${table}" WHERE "${column}" <> ''`),
  );
}

export function hasAttributeValues(db: ReadableDb): boolean {
  return db.column<number>('SELECT EXISTS (SELECT 1 FROM attribute_value)')[0] === 1;
}
