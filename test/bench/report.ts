import type { Measured } from './measure.ts';
import { peerRatio } from './peers.ts';
import type { MeasuredSize } from './sizes.ts';

export function printMeasured(
  size: MeasuredSize,
  agreed: readonly string[],
  measured: readonly Measured[],
): void {
  console.log(`\n${size}: ${agreed.join('; ')}. Both sides agree.\n`);
  const header = [
    'milliseconds, median',
    'Crosscase',
    'raw',
    'ratio',
    'QualCoder',
    'Taguette',
    'wire kB',
    'peak MB',
    'times',
  ];
  const rows = measured.map(({ name, crosscase, raw, repetitions, wireBytes, peakBytes }) => [
    name,
    decimal(crosscase),
    decimal(raw),
    `${decimal(crosscase / raw)}×`,
    times(peerRatio(name, size, 'qualcoder')),
    times(peerRatio(name, size, 'taguette')),
    wireBytes === null ? '' : decimal(wireBytes / 1000),
    decimal(peakBytes / 1e6),
    String(repetitions),
  ]);
  printTable([header, ...rows]);
  console.log('\nPeak memory is that of the process so far, both sides together.');
  console.log(
    'Peers: how many times as long as plain SQLite in their own run, measured once on another machine (peers.ts).',
  );
}

function times(ratio: number | null): string {
  return ratio === null ? '' : `${decimal(ratio)}×`;
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
