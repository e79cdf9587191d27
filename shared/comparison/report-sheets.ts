import { plainRow, type Sheet } from '../export/sheet.ts';
import type { SessionReport } from './session-report.ts';

const LONGEST_NAME = 31;

/** As sheets of a workbook: the paragraphs first, then a sheet for each table, each under the line that explains it. */
export function reportSheets({ title, study, paragraphs, tables }: SessionReport): readonly Sheet[] {
  const taken = new Set<string>();
  const sheetName = (name: string): string => {
    const plain = name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, LONGEST_NAME - 3);
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${plain} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  };
  const lines = [study, title, ...paragraphs, ...tables.map(({ name, caption }) => `${name}: ${caption}`)];
  return [
    {
      name: sheetName('Report'),
      columns: [{ title: 'Report', width: 120 }],
      rows: lines.map((line) => plainRow(line)),
      rowCount: lines.length,
      filter: false,
    },
    ...tables.map(({ name, columns, rows }): Sheet => ({
      name: sheetName(name),
      columns,
      rows: rows.map((row) => plainRow(...row)),
      rowCount: rows.length,
      filter: true,
    })),
  ];
}
