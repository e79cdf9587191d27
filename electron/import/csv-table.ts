import { CsvError, parse, type Info } from 'csv-parse/sync';
import { AppError } from '#shared/contract/errors.ts';
import type { RowProblem, SourceRow } from '#shared/participants/participant-rows.ts';
import type { FileTable } from './table-formats.ts';

type Separator = NonNullable<FileTable['separator']>;

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** Reads a table with one line of column names. Throws `csv-invalid` with the line, and `csv-no-rows`. */
export function readCsvTable(text: string, name: string): FileTable {
  // Excel writes and reads a first line that names the separator.
  const announced = /^"?sep=([,;\t])"?[ \t]*\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const skipped = announced === null ? 0 : 1;
  const separator = SEPARATORS.find((sign) => sign === announced?.[1]) ?? sniffSeparator(body);
  return tableOfRows(readRecords(body, separator, name, skipped), separator, name);
}

/** Rows with one line of column names first. */
export function tableOfRows(
  records: readonly SourceRow[],
  separator: Separator | null,
  name: string,
): FileTable {
  const [first, ...others] = records;
  if (first === undefined || others.length === 0) throw new AppError('csv-no-rows', { name });
  const header = readHeader(first, others, name);
  const rows: SourceRow[] = [];
  const problems: RowProblem[] = [];
  for (const row of others) {
    if (row.cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      const message = `There are ${row.cells.length} values for ${header.length} columns.`;
      problems.push({ line: row.line, message });
    } else rows.push({ line: row.line, cells: header.map((_, column) => row.cells[column] ?? '') });
  }
  return { separator, header, rows, problems };
}

function readRecords(text: string, separator: Separator, name: string, skipped: number): SourceRow[] {
  try {
    // With `info`, each record comes with its place in the file; the declarations know only records without it.
    const records = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { readonly record: readonly string[]; readonly info: Info }[];
    return records
      .map(({ record, info }) => ({ line: info.lines + skipped, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (typeof error['lines'] === 'number' ? error['lines'] : 1) + skipped;
    throw new AppError('csv-invalid', { name, line, message: `${error.message}.` }, { cause: error });
  }
}

/** Columns without a name get one, unless nothing stands in them. */
function readHeader(first: SourceRow, others: readonly SourceRow[], name: string): readonly string[] {
  const names = first.cells.map((cell) => cell.trim());
  const isEmpty = (column: number): boolean =>
    names[column] === '' && others.every(({ cells }) => (cells[column] ?? '').trim() === '');
  let width = names.length;
  while (width > 0 && isEmpty(width - 1)) width -= 1;
  const header = names.slice(0, width).map((cell, column) => (cell === '' ? `Column ${column + 1}` : cell));
  const twice = header.find(
    (cell, column) => header.findIndex((other) => other.toLowerCase() === cell.toLowerCase()) !== column,
  );
  if (twice !== undefined) {
    const message = `Two columns are called “${twice}”. Give one of them another name.`;
    throw new AppError('csv-invalid', { name, line: first.line, message });
  }
  return header;
}

/** The sign that cuts most of the first lines into as many pieces as the line of column names, and that into most. */
function sniffSeparator(text: string): Separator {
  const lines = text
    .split('\n', 20)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const scoreOf = (sign: Separator): number => {
    const [columns = 1, ...others] = lines.map((line) => line.split(sign).length);
    return columns === 1 ? 0 : columns + 1000 * others.filter((pieces) => pieces === columns).length;
  };
  return SEPARATORS.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0] ?? ',';
}
