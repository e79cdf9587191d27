import type Database from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';

export type SqlValue = string | number | null;

/**
 * A handle that can only read. Query handlers receive this type, so one that writes does not compile;
 * the statements are checked at run time as well, because SQL is a string.
 */
export class ReadableDb {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement<SqlValue[]>>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  /** All rows. `Row` is the shape that the statement itself spells out in its column list. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    // The cast is true because every statement names its columns; tests read each of them back.
    return this.reading(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.reading(sql).get(...values) as Row | undefined;
  }

  /** The first column of every row. */
  column<Value extends SqlValue>(sql: string, ...values: SqlValue[]): Value[] {
    const statement = this.reading(sql);
    return (statement.raw(true).all(...values) as [Value][]).map(([value]) => value);
  }

  /** Rows as arrays: for statements that return hundreds of thousands of them. */
  rawRows<Row extends SqlValue[]>(sql: string, ...values: SqlValue[]): Row[] {
    return this.reading(sql)
      .raw(true)
      .all(...values) as Row[];
  }

  iterate<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
    // A prepared statement that is being iterated is busy, so each iteration gets a statement of its own.
    const statement = this.#connection.prepare<SqlValue[]>(sql);
    invariant(statement.readonly, `a reading statement writes: ${sql}`);
    return statement.iterate(...values) as IterableIterator<Row>;
  }

  private reading(sql: string): Database.Statement<SqlValue[]> {
    const statement = this.prepared(sql);
    invariant(statement.readonly, `a reading statement writes: ${sql}`);
    if (statement.reader) statement.raw(false);
    return statement;
  }

  protected prepared(sql: string): Database.Statement<SqlValue[]> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare<SqlValue[]>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** A handle that can write. Only the door makes one, inside a transaction with a change group. */
export class WritableDb extends ReadableDb {
  /** Runs a statement and returns the number of rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return this.prepared(sql).run(...values).changes;
  }

  /** Runs a statement that must change exactly one row. */
  runOne(sql: string, ...values: SqlValue[]): void {
    const changes = this.run(sql, ...values);
    invariant(changes === 1, `expected one changed row, got ${changes}: ${sql}`);
  }

  /** Inserts one row and returns its id. `Id` is the brand of the table's id. */
  insert<Id extends number>(sql: string, ...values: SqlValue[]): Id {
    const result = this.prepared(sql).run(...values);
    invariant(result.changes === 1, `expected one inserted row: ${sql}`);
    return Number(result.lastInsertRowid) as Id;
  }
}
