import type Database from 'better-sqlite3';

const statementsOf = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The prepared statement of this text, made once for a connection: preparing takes longer than running a small one. */
export function statement(connection: Database.Database, sql: string): Database.Statement {
  let statements = statementsOf.get(connection);
  if (statements === undefined) {
    statements = new Map();
    statementsOf.set(connection, statements);
  }
  let found = statements.get(sql);
  if (found === undefined) {
    found = connection.prepare(sql);
    statements.set(sql, found);
  }
  return found;
}
