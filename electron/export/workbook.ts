import { once } from 'node:events';
import fs from 'node:fs';
import { encodeCell, PaperSize, WorkbookWriter, type CellValue } from '@cj-tech-master/excelts';
import { MOST_LINKS, type CellLink, type Sheet, type SheetCell } from '#shared/export/sheet.ts';
import { rowHeight } from './row-height.ts';
import { spreadsheetText } from './spreadsheet-text.ts';
import { STYLES, styleOf, type CellStyle } from './workbook-styles.ts';

/** The only file that knows excelts. */

type SheetWriter = ReturnType<WorkbookWriter['addWorksheet']>;

export interface WorkbookFacts {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Rows between two looks at the disk: below, memory would grow; far below, waiting would cost more than it saves. */
const ROWS_AT_A_TIME = 500;

/** Writes the sheets one after the other, row by row, to a new file. */
export async function writeWorkbook(
  file: string,
  facts: WorkbookFacts,
  sheets: readonly Sheet[],
  onRows: (rows: number) => void,
): Promise<void> {
  const stream = fs.createWriteStream(file);
  const workbook = new WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
    creator: facts.author,
    lastModifiedBy: facts.author,
    created: new Date(facts.madeAt),
  });
  for (const sheet of sheets) await writeSheet(workbook, stream, facts, sheet, onRows);
  await workbook.commit();
}

async function writeSheet(
  workbook: WorkbookWriter,
  stream: fs.WriteStream,
  facts: WorkbookFacts,
  sheet: Sheet,
  onRows: (rows: number) => void,
): Promise<void> {
  const writer = openSheet(workbook, facts, sheet);
  const links = new Links(writer);
  const widths = sheet.columns.map(({ width }) => width);
  const header = sheet.columns.map(({ title, shortTitle }) => ({ value: shortTitle ?? title }));
  addRow(
    writer,
    links,
    header,
    sheet.columns.map(({ numeric }) => (numeric === true ? STYLES.numberHeader : STYLES.header)),
    rowHeight(header, widths),
  );
  let pending = 0;
  for (const row of sheet.rows) {
    const styles = row.cells.map((cell, index) => styleOf(row.kind, cell, index));
    // The heading of a group runs on over the empty cells beside it.
    const height = rowHeight(row.cells, row.kind === 'group' || row.kind === 'hidden' ? [] : widths);
    addRow(writer, links, row.cells, styles, height, row.kind === 'hidden');
    pending += 1;
    if (pending < ROWS_AT_A_TIME) continue;
    onRows(pending);
    pending = 0;
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  onRows(pending);
  writer.commit();
}

function openSheet(workbook: WorkbookWriter, { title }: WorkbookFacts, sheet: Sheet): SheetWriter {
  const writer = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden === true ? 'hidden' : 'visible',
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: PaperSize.A4,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      // A single & begins a code in headers and footers.
      oddFooter: `&L${title.replaceAll('&', '&&').slice(0, 120)}&C${sheet.name}&RPage &P of &N`,
    },
  });
  writer.columns = sheet.columns.map(({ width, hidden }) => ({ width, hidden: hidden === true }));
  if (sheet.filter && sheet.rowCount > 0) {
    writer.autoFilter = `A1:${encodeCell({ r: sheet.rowCount, c: sheet.columns.length - 1 })}`;
  }
  return writer;
}

function addRow(
  writer: SheetWriter,
  links: Links,
  cells: readonly SheetCell[],
  styles: readonly CellStyle[],
  height: number,
  isHidden = false,
): void {
  const row = writer.addRow(cells.map(({ value }) => toExcelts(value)));
  row.height = height;
  if (isHidden) row.hidden = true;
  cells.forEach(({ link }, index) => {
    row.getCell(index + 1).style = styles[index] ?? {};
    if (link !== undefined) links.add(row.number, index + 1, link);
  });
  row.commit();
}

/**
 * Text goes in as one run of rich text: only so does the streaming writer store it as a string that keeps its spaces
 * and cannot be taken for anything else. An empty run would make Excel offer a repair, so an empty text is no value.
 */
function toExcelts(value: SheetCell['value']): CellValue {
  if (typeof value !== 'string') return value;
  const text = spreadsheetText(value);
  return text === '' ? null : { richText: [{ text }] };
}

/**
 * Links from cells to cells. excelts can only link a cell by turning its value into a text, and counts must stay numbers;
 * so the links are handed to the part of it that writes them.
 */
class Links {
  readonly #writer: SheetWriter;
  #count = 0;

  constructor(writer: SheetWriter) {
    this.#writer = writer;
  }

  add(row: number, column: number, { sheet, row: targetRow, column: targetColumn }: CellLink): void {
    this.#count += 1;
    if (this.#count > MOST_LINKS) return;
    const target = encodeCell({ r: targetRow - 1, c: targetColumn - 1 });
    // Private in the types only; a test reads the links back from the file.
    this.#writer['_sheetRelsWriter'].addHyperlink({
      address: encodeCell({ r: row - 1, c: column - 1 }),
      target: `#'${sheet.replaceAll("'", "''")}'!${target}`,
    });
  }
}
