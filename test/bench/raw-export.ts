import fs from 'node:fs';
import { rawFragments, rawMatrix, type RawStudy } from './raw-study.ts';

/** The cells and all fragments of the matrix as lines of csv: the least that an export can be. */
export function rawExport(raw: RawStudy, codeIds: readonly number[], file: string): number {
  const out = fs.openSync(file, 'w');
  let fragments = 0;
  fs.writeSync(out, lines(rawMatrix(raw).cells));
  for (const codeId of codeIds) {
    const rows = rawFragments(raw, codeId, -1);
    fragments += rows.length;
    fs.writeSync(out, lines(rows));
  }
  fs.closeSync(out);
  return fragments;
}

function lines(rows: readonly object[]): string {
  return rows.map((row) => Object.values(row).map(quoted).join(',')).join('\r\n');
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : JSON.stringify(value);
}
