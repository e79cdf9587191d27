import { expect, test } from 'vitest';
import { ReadableDb } from '#electron/database/handles.ts';
import { mergeRules, notMerged } from '#electron/packages/merge-rules.ts';
import { columnNames, tableNames, uniqueSets } from '#electron/packages/merge-sql.ts';
import { readShapes, unruledTables } from '#electron/packages/table-shapes.ts';
import { createProjectFile } from '#electron/database/project-file.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';

function withSchema<Value>(work: (db: ReadableDb) => Value): Value {
  const file = createProjectFile(
    `${temporaryFolder()}/new.crosscase`,
    readMigrations(`${REPOSITORY}/migrations`),
  );
  try {
    return work(new ReadableDb(file.connection));
  } finally {
    file.close();
  }
}

test('every table is merged, or there is a reason why not', () => {
  expect(withSchema(unruledTables)).toEqual([]);
  const known = withSchema(tableNames);
  expect(
    [...Object.keys(mergeRules), ...Object.keys(notMerged)].filter((name) => !known.includes(name)),
  ).toEqual([]);
});

test('the columns that a rule speaks of are there', () => {
  withSchema((db) => {
    for (const [table, rule] of Object.entries(mergeRules)) {
      const columns = columnNames(db, table);
      const named = [
        ...(rule.key ?? []),
        ...(rule.same ?? []).flat(),
        ...(rule.ours ?? []),
        ...(rule.stamps ?? []),
        ...(rule.uids ?? []),
        ...(rule.empty ?? []),
        ...(rule.uidsWithin ?? []),
        ...(rule.detach ?? []),
        ...(rule.leftOut ?? []),
        ...Object.keys(rule.refersTo ?? {}),
        ...[rule.name, rule.number, rule.owner, rule.json?.column].filter((name) => name !== undefined),
      ];
      expect(
        named.filter((name) => !columns.includes(name)),
        table,
      ).toEqual([]);
      expect(rule.key !== undefined || columns.includes('uid'), `${table} is known by something`).toBe(true);
    }
  });
});

test('what no two rows may share is part of the rule, so that a merge never breaks it', () => {
  withSchema((db) => {
    for (const { table, rule } of readShapes(db)) {
      const covered = [
        ['uid'],
        ...(rule.key === undefined ? [] : [rule.key]),
        ...(rule.same ?? []),
        ...(rule.name === undefined ? [] : [[rule.name]]),
        ...(rule.number === undefined ? [] : [[rule.number]]),
        // Versions come only with the transcript that they are of.
        ...(table === 'transcript_version' ? [['transcript_id', 'number']] : []),
      ].map((set) => set.toSorted().join());
      const open = uniqueSets(db, table).filter(
        (set) => !covered.some((known) => known.split(',').every((column) => set.includes(column))),
      );
      expect(open, table).toEqual([]);
    }
  });
});

test('each table comes after those that it refers to', () => {
  const order = withSchema(readShapes).map(({ table }) => table);
  for (const { table, references, rule } of withSchema(readShapes)) {
    for (const [column, target] of references) {
      if (target === table || rule.refersTo?.[column] !== undefined) continue;
      expect(order.indexOf(target), `${table}.${column}`).toBeLessThan(order.indexOf(table));
    }
  }
});
