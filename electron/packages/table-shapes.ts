import { invariant } from '#shared/assert.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { mergeRules, notMerged, type MergeRule } from './merge-rules.ts';
import { columnNames, references, tableNames } from './merge-sql.ts';

/** A table as the schema declares it, with the rule by which it is merged. */
export interface TableShape {
  readonly table: string;
  readonly rule: MergeRule;
  readonly columns: readonly string[];
  /** The table that each of these columns refers to. */
  readonly references: ReadonlyMap<string, string>;
  readonly hasUid: boolean;
}

/** The tables that are merged, each after those that it refers to. */
export function readShapes(db: ReadableDb): readonly TableShape[] {
  const waiting = new Map(
    tableNames(db)
      .filter((table) => mergeRules[table] !== undefined)
      .map((table) => [table, shapeOf(db, table, mergeRules[table] as MergeRule)] as const),
  );
  const ordered: TableShape[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((shape) =>
      [...shape.references].every(
        ([column, table]) =>
          table === shape.table || shape.rule.refersTo?.[column] !== undefined || !waiting.has(table),
      ),
    );
    invariant(ready.length > 0, `tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const shape of ready) {
      ordered.push(shape);
      waiting.delete(shape.table);
    }
  }
  return ordered;
}

/** Tables of the schema that nobody has thought of. */
export function unruledTables(db: ReadableDb): readonly string[] {
  return tableNames(db).filter(
    (table) => mergeRules[table] === undefined && notMerged[table] === undefined && !isIndex(table),
  );
}

/** The search indexes, and what SQLite keeps for them, are made again from the rows. */
function isIndex(table: string): boolean {
  return /^(transcript|note)_index(_|$)/.test(table);
}

function shapeOf(db: ReadableDb, table: string, rule: MergeRule): TableShape {
  const columns = columnNames(db, table);
  const declared = references(db, table).map(({ column, table: target }) => [column, target] as const);
  return {
    table,
    rule,
    columns,
    references: new Map([...declared, ...Object.entries(rule.refersTo ?? {})]),
    hasUid: columns.includes('uid') && rule.key === undefined,
  };
}
