import type { ReadableDb } from '#electron/database/handles.ts';
import { referencesOf, tableNames } from './withdrawal-sql.ts';
import { journalTables, withdrawalTables, type TableRule } from './withdrawal-tables.ts';

/**
 * The rules for all tables of this file, those that are referred to before those that refer. A table that the list does
 * not have yet follows its references: nothing of a person stays because somebody added a table.
 */
export function tableRules(db: ReadableDb): ReadonlyMap<string, TableRule> {
  const rules = new Map<string, TableRule>(Object.entries(withdrawalTables));
  const known = new Set<string>([...rules.keys(), ...journalTables]);
  for (const table of tableNames(db)) {
    if (!known.has(table))
      rules.set(table, { goes: referencesOf(db, table).filter(({ of }) => rules.has(of)) });
  }
  return rules;
}
