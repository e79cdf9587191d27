import fs from 'node:fs';
import { rawFragmentsOfVersion, rawMatrix, type RawStudy } from './raw-study.ts';

/** The cells and all fragments of the matrix as lines of csv: the least that an export can be. */
export function rawExport(raw: RawStudy, file: string): number {
  const out = fs.openSync(file, 'w');
  let fragments = 0;
  fs.writeSync(out, lines(rawMatrix(raw).cells));
  for (const { id } of raw.rows<{ id: number }>('SELECT id FROM transcript_version ORDER BY id')) {
    const rows = rawFragmentsOfVersion(raw, id);
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
