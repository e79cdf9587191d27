import type { GivenSheet } from './returned-sheet.ts';
import type { ReturnedField } from './sheet-marks.ts';

/** The hidden sheet that remembers what was exported: every row and column, and a hash of every cell that held something. */
export const STATE_SHEET = 'Crosscase ids';

export interface ExportedState {
  /** By key or uid, with the name that they had. */
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  /** By `placeKey`; a cell that was empty is absent. */
  readonly hashes: ReadonlyMap<string, string>;
}

export function placeKey(rowKey: string, columnUid: string, field: ReturnedField): string {
  return `${columnUid}|${field}|${rowKey}`;
}

/** The lines of the sheet: kind, key, name or hash. */
export function* stateLines(state: ExportedState): Generator<readonly [string, string, string]> {
  for (const [key, name] of state.rows) yield ['row', key, name];
  for (const [uid, title] of state.columns) yield ['column', uid, title];
  for (const [place, hash] of state.hashes) yield ['cell', place, hash];
}

/** Null when the sheet was left behind: then nothing is known about what was exported. */
export function readState(sheets: readonly GivenSheet[]): ExportedState | null {
  const sheet = sheets.find(({ name }) => name.startsWith(STATE_SHEET));
  if (sheet === undefined) return null;
  const rows = new Map<string, string>();
  const columns = new Map<string, string>();
  const hashes = new Map<string, string>();
  for (const values of Map.groupBy(sheet.values, ({ row }) => row).values()) {
    const at = (column: number): string => values.find((value) => value.column === column)?.text ?? '';
    const target = { row: rows, column: columns, cell: hashes }[at(1)];
    target?.set(at(2), at(3));
  }
  return rows.size + columns.size === 0 ? null : { rows, columns, hashes };
}
