import { once } from 'node:events';
import fs from 'node:fs';
import { encodeCell, PaperSize, WorkbookWriter, type CellValue, type Style } from '@cj-tech-master/excelts';
import type { CellLink, Sheet, SheetCell, SheetRow } from '#shared/export/sheet.ts';
import { spreadsheetText } from './spreadsheet-text.ts';

/** The only file that knows excelts. */

type SheetWriter = ReturnType<WorkbookWriter['addWorksheet']>;

export interface WorkbookFacts {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Excel opens no sheet with more links than this; the rows beyond it have none. */
const MOST_LINKS = 65_000;

/** Rows between two looks at the disk: below, memory would grow; far below, waiting would cost more than it saves. */
const ROWS_AT_A_TIME = 500;

const FONT = { name: 'Calibri', size: 11 };
const TOP = { vertical: 'top', wrapText: true } as const;
const HAIRLINE = { style: 'thin', color: { argb: 'FFBFC4CA' } } as const;

const STYLES = {
  header: {
    font: { ...FONT, bold: true },
    alignment: { vertical: 'middle', wrapText: true },
    fill: solid('FFE8ECF1'),
    border: { bottom: { style: 'medium', color: { argb: 'FF7B8794' } } },
  },
  group: { font: { ...FONT, bold: true }, alignment: { vertical: 'middle' }, fill: solid('FFF4F6F8') },
  first: { font: { ...FONT, bold: true }, alignment: TOP, border: { bottom: HAIRLINE } },
  text: { font: FONT, alignment: TOP, border: { bottom: HAIRLINE } },
  // Excel reads a cell that is formatted as text as text even when somebody edits it: “=” stays a sign.
  formulaLike: { font: FONT, alignment: TOP, border: { bottom: HAIRLINE }, numFmt: '@' },
  number: { font: FONT, alignment: { vertical: 'top', horizontal: 'right' }, border: { bottom: HAIRLINE } },
  total: { font: { ...FONT, bold: true }, alignment: { vertical: 'top' }, border: { top: HAIRLINE } },
} as const satisfies Readonly<Record<string, Partial<Style>>>;

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
  addRow(
    writer,
    sheet.columns.map(({ title }) => ({ value: title })),
    () => STYLES.header,
    links,
  );
  let pending = 0;
  for (const row of sheet.rows) {
    addRow(writer, row.cells, (cell, index) => styleOf(row.kind, cell, index), links);
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
  writer.columns = sheet.columns.map(({ width }) => ({ width }));
  if (sheet.filter && sheet.rowCount > 0) {
    writer.autoFilter = `A1:${encodeCell({ r: sheet.rowCount, c: sheet.columns.length - 1 })}`;
  }
  return writer;
}

function addRow(
  writer: SheetWriter,
  cells: readonly SheetCell[],
  styleFor: (cell: SheetCell, index: number) => Partial<Style>,
  links: Links,
): void {
  const row = writer.addRow(cells.map(({ value }) => toExcelts(value)));
  cells.forEach((cell, index) => {
    row.getCell(index + 1).style = styleFor(cell, index);
    if (cell.link !== undefined) links.add(row.number, index + 1, cell.link);
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

function styleOf(kind: SheetRow['kind'], { value, swatch }: SheetCell, index: number): Partial<Style> {
  if (kind === 'group') return STYLES.group;
  if (kind === 'total') return STYLES.total;
  if (swatch !== undefined) return swatchStyle(swatch);
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(value)) return STYLES.formulaLike;
  if (index === 0) return STYLES.first;
  return typeof value === 'number' ? STYLES.number : STYLES.text;
}

const swatches = new Map<string, Partial<Style>>();

/** The code's colour, with letters that can be read on it. */
function swatchStyle(color: string): Partial<Style> {
  let style = swatches.get(color);
  if (style === undefined) {
    const letters = isDark(color) ? 'FFFFFFFF' : 'FF1F2933';
    style = {
      font: { ...FONT, color: { argb: letters } },
      alignment: { vertical: 'top' },
      fill: solid(`FF${color.slice(1).toUpperCase()}`),
      border: { bottom: HAIRLINE },
    };
    swatches.set(color, style);
  }
  return style;
}

function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 140;
}

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
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
