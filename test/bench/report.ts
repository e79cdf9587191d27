import type { Measured } from './measure.ts';

export function printMeasured(size: string, agreed: readonly string[], measured: readonly Measured[]): void {
  console.log(`\n${size}: ${agreed.join('; ')}. Both sides agree.\n`);
  const header = ['milliseconds, median', 'Crosscase', 'raw', 'ratio', 'wire kB', 'peak MB', 'times'];
  const rows = measured.map(({ name, crosscase, raw, repetitions, wireBytes, peakBytes }) => [
    name,
    decimal(crosscase),
    decimal(raw),
    `${decimal(crosscase / raw)}×`,
    wireBytes === null ? '' : decimal(wireBytes / 1000),
    decimal(peakBytes / 1e6),
    String(repetitions),
  ]);
  printTable([header, ...rows]);
  console.log('\nPeak memory is that of the process so far, both sides together.');
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('   '));
  }
}

/** Three digits that say something. */
export function decimal(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
