import type { Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

/** The rows of one table of ours, and those that are on their way into it, found by all that may not be twice. */
export class RowIndex {
  readonly #shape: TableShape;
  readonly #byUid = new Map<string, Row>();
  readonly #bySet = new Map<string, Row>();
  readonly #names = new Map<string, number>();
  readonly #numbers = new Set<number>();

  constructor(study: StudyRows, shape: TableShape) {
    this.#shape = shape;
    for (const row of study.rows(shape.table)) {
      this.add(row);
      const { name, number } = shape.rule;
      if (name !== undefined) this.addName(String(row[name]), row.id);
      if (number !== undefined) this.#numbers.add(Number(row[number]));
    }
  }

  add(row: Row): void {
    if (this.#shape.hasUid) this.#byUid.set(String(row['uid']), row);
    for (const place of this.#places(row)) if (!this.#bySet.has(place)) this.#bySet.set(place, row);
  }

  /** Whether a row in its new state asks for no other place and name than it has. */
  stands(found: Row, row: Row): boolean {
    const { name } = this.#shape.rule;
    const places = this.#places(row);
    return (
      (name === undefined || foldName(String(found[name])) === foldName(String(row[name]))) &&
      this.#places(found).join() === places.join()
    );
  }

  /** False, and nothing happens, as long as another row is where it wants to go. */
  move(found: Row, row: Row): boolean {
    if (this.isTaken(row)) return false;
    for (const place of this.#places(found)) {
      if (this.#bySet.get(place)?.id === found.id) this.#bySet.delete(place);
    }
    for (const place of this.#places(row)) this.#bySet.set(place, found);
    const { name } = this.#shape.rule;
    if (name !== undefined) {
      this.#names.delete(foldName(String(found[name])));
      this.addName(String(row[name]), found.id);
    }
    return true;
  }

  byUid(uid: string): Row | undefined {
    return this.#byUid.get(uid);
  }

  /** A row that the table would not hold together with this one. */
  alike(row: Row): Row | undefined {
    for (const place of this.#places(row)) {
      const found = this.#bySet.get(place);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether another row has what this one wants to be: its place, or its name. */
  isTaken(row: Row): boolean {
    const { name } = this.#shape.rule;
    const alike = this.alike(row);
    if (alike !== undefined && alike.id !== row.id) return true;
    return name !== undefined && this.hasName(String(row[name]), row.id);
  }

  hasName(name: string, except: number): boolean {
    const owner = this.#names.get(foldName(name));
    return owner !== undefined && owner !== except;
  }

  addName(name: string, id: number): void {
    this.#names.set(foldName(name), id);
  }

  freeNumber(wanted: number): number {
    const free = this.#numbers.has(wanted) ? Math.max(...this.#numbers) + 1 : wanted;
    this.#numbers.add(free);
    return free;
  }

  #places(row: Row): readonly string[] {
    const { key, same = [], emptyAgrees = false } = this.#shape.rule;
    const whole = (columns: readonly string[]): boolean =>
      emptyAgrees || columns.every((column) => (row[column] ?? null) !== null);
    return [...(key === undefined ? [] : [key]), ...same.filter(whole)].map((columns) =>
      JSON.stringify([columns, columns.map((column) => row[column] ?? null)]),
    );
  }
}

export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name itself, or with its sender behind it, or with a number behind that. */
export function freeName(name: string, from: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  const sender = from === '' ? 'merged' : from;
  for (let count = 1; ; count += 1) {
    const candidate = `${name} (${sender}${count === 1 ? '' : ` ${count}`})`;
    if (!isTaken(candidate)) return candidate;
  }
}
