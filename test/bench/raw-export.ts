import fs from 'node:fs';
import { WorkbookWriter, type CellValue } from '@cj-tech-master/excelts';
import { rawFragmentsOfVersion, rawMatrix, type RawStudy } from './raw-study.ts';

/** The cells and all fragments as two plain sheets, by the same xlsx library: no styles, links or widths. */
export async function rawExport(raw: RawStudy, file: string): Promise<number> {
  const stream = fs.createWriteStream(file);
  const workbook = new WorkbookWriter({ stream, useStyles: false, useSharedStrings: false });
  const cells = workbook.addWorksheet('Cells');
  for (const cell of rawMatrix(raw).cells) cells.addRow(valuesOf(cell)).commit();
  cells.commit();
  const sheet = workbook.addWorksheet('Fragments');
  let fragments = 0;
  for (const { id } of raw.rows<{ id: number }>('SELECT id FROM transcript_version ORDER BY id')) {
    for (const fragment of rawFragmentsOfVersion(raw, id)) {
      sheet.addRow(valuesOf(fragment)).commit();
      fragments += 1;
    }
  }
  sheet.commit();
  await workbook.commit();
  return fragments;
}

function valuesOf(row: object): CellValue[] {
  return Object.values(row) as CellValue[];
}
