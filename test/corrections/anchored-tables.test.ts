import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { anchoredTables } from '#electron/corrections/anchored-tables.ts';
import { startStudy } from '#test/support/test-core.ts';

test('every table that refers to a version of a transcript says what a correction does to its rows', async () => {
  const { folder } = await startStudy();
  const connection = new Database(path.join(folder, 'study.crosscase'), { readonly: true });
  const tables = connection
    .prepare(
      `SELECT DISTINCT tables.name FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.schema = 'main' AND keys."table" = 'transcript_version' ORDER BY 1`,
    )
    .pluck()
    .all();
  connection.close();
  expect(Object.keys(anchoredTables).toSorted()).toEqual(tables);
});
