import { createHash } from 'node:crypto';
import { must } from '#shared/assert.ts';
import type { ReadableDb, SqlValue } from '#electron/database/handles.ts';
import { allRows, type Row } from './merge-sql.ts';
import type { TableShape } from './table-shapes.ts';

/** All rows of one project that are merged, found by their id, and what each is known by in another project. */
export class StudyRows {
  readonly shapes: readonly TableShape[];
  readonly #byTable = new Map<string, Map<number, Row>>();
  readonly #shapeOf: ReadonlyMap<string, TableShape>;

  constructor(db: ReadableDb, shapes: readonly TableShape[]) {
    this.shapes = shapes;
    this.#shapeOf = new Map(shapes.map((shape) => [shape.table, shape]));
    for (const { table } of shapes) {
      this.#byTable.set(table, new Map(allRows(db, table).map((row) => [row.id, row])));
    }
  }

  rows(table: string): readonly Row[] {
    return [...this.#table(table).values()];
  }

  get(table: string, id: number): Row | undefined {
    return this.#table(table).get(id);
  }

  set(table: string, row: Row): void {
    this.#table(table).set(row.id, row);
  }

  shape(table: string): TableShape {
    return must(this.#shapeOf.get(table), `${table} is merged`);
  }

  /** What a row is known by: its uid, or the columns of its key. The same in every project. */
  keyOf(shape: TableShape, row: Row): string {
    if (shape.hasUid) return String(row['uid']);
    return this.keyOfColumns(shape, row, shape.rule.key ?? []);
  }

  keyOfColumns(shape: TableShape, row: Row, columns: readonly string[]): string {
    return JSON.stringify(columns.map((column) => this.#portable(shape, row, column)));
  }

  /** A hash of what a row says, without what is ours to choose: two rows with one state need no decision. */
  stateOf(shape: TableShape, row: Row): string {
    const said = saidColumns(shape).map((column) => this.#portable(shape, row, column));
    return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
  }

  /** A row as it can travel: what it refers to stands there by uid. */
  contentOf(shape: TableShape, row: Row): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      shape.columns
        .filter((column) => column !== 'id')
        .map((column) => {
          const value = this.#portable(shape, row, column);
          return [column, shape.references.has(column) && value !== null ? { refersTo: value } : value];
        }),
    );
  }

  /** What a reference refers to, whether it is in this project or, as text, was not found in it. */
  #portable(shape: TableShape, row: Row, column: string): SqlValue {
    const value = row[column] ?? null;
    const target = shape.references.get(column);
    if (target === undefined || value === null || typeof value === 'string') return value;
    const found = this.get(target, value);
    return found === undefined ? `${target} ${value}` : this.keyOf(this.shape(target), found);
  }

  #table(table: string): Map<number, Row> {
    return must(this.#byTable.get(table), `${table} is merged`);
  }
}

/** The columns that make a difference. */
export function saidColumns({ columns, rule }: TableShape): readonly string[] {
  const silent = new Set(['id', 'uid', ...(rule.ours ?? []), ...(rule.stamps ?? [])]);
  return columns.filter((column) => !silent.has(column));
}
