/** What a verb has done: for people as lines, for programs as a value. */
export interface Report {
  readonly lines: readonly string[];
  /** Becomes JSON. */
  readonly result: Readonly<Record<string, unknown>>;
  /** True when there is something wrong with what was looked at, although looking went well. */
  readonly unsound?: boolean;
}

export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** Lines with their columns under each other. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
