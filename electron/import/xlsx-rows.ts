import { Workbook } from '@cj-tech-master/excelts';
import { AppError } from '#shared/contract/errors.ts';
import { messageOf } from './source-file.ts';

/** The cells of the first sheet as texts, the line with the titles first; empty lines are left out. */
export async function readXlsxRows(bytes: Buffer, name: string): Promise<readonly (readonly string[])[]> {
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (error) {
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  }
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column += 1) cells.push(row.getCell(column).text);
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells);
  });
  return rows;
}
