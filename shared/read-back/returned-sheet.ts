import {
  CASE_COLUMN,
  HEADER_ROW,
  NOT_READ,
  readColumnMark,
  readOrigin,
  readRowMark,
  type ColumnMark,
  type ReturnedField,
  type SheetOrigin,
} from './sheet-marks.ts';

/** What a spreadsheet has made of what was written into a cell. */
export type ValueKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error';

export interface SheetValue {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: ValueKind;
}

export interface GivenSheet {
  readonly name: string;
  /** Those that hold something. */
  readonly values: readonly SheetValue[];
}

/** What one cell of the matrix says in the sheet. A cell that is copied says it twice. */
export interface ReturnedEntry {
  readonly rowKey: string;
  readonly columnUid: string;
  readonly field: ReturnedField;
  /** “Matrix!C7”. */
  readonly address: string;
  readonly text: string;
  readonly kind: ValueKind;
}

/** Something in the sheet that belongs to no cell of the matrix; its texts are told, so that nothing gets lost. */
export interface ForeignPart {
  readonly kind: 'row' | 'column';
  /** “row 14”, “column F”. */
  readonly place: string;
  readonly texts: readonly string[];
}

export interface ReturnedSheet {
  readonly origin: SheetOrigin;
  readonly entries: readonly ReturnedEntry[];
  /** What stands where the name of each row and column stood, for as far as it is there. */
  readonly rowNames: ReadonlyMap<string, string>;
  readonly columnTitles: ReadonlyMap<string, string>;
  readonly foreign: readonly ForeignPart[];
}

/** The sheets that a matrix was exported to, wherever their rows and columns stand now. */
export function readReturnedSheets(sheets: readonly GivenSheet[]): ReturnedSheet[] {
  return sheets.flatMap((sheet) => {
    const mark = sheet.values.find(({ text }) => readOrigin(text) !== null);
    const origin = mark === undefined ? null : readOrigin(mark.text);
    return mark === undefined || origin === null ? [] : [readSheet(sheet, mark, origin)];
  });
}

function readSheet({ name, values }: GivenSheet, mark: SheetValue, origin: SheetOrigin): ReturnedSheet {
  const rows = new Map<number, string>();
  const columns = new Map<number, ColumnMark>();
  const at = new Map<string, SheetValue>();
  for (const value of values) {
    at.set(`${value.row} ${value.column}`, value);
    const rowKey = value.column === mark.column ? readRowMark(value.text) : null;
    const columnKey = value.row === mark.row ? readColumnMark(value.text) : null;
    if (rowKey !== null) rows.set(value.row, rowKey);
    if (columnKey !== null) columns.set(value.column, columnKey);
  }
  const claims = [...columns].flatMap(([column, found]) =>
    found.kind === 'claims' ? [{ column, ...found }] : [],
  );
  const named = [...columns].find(([, found]) => found.kind === 'plain' && found.name === CASE_COLUMN)?.[0];
  const header = [...rows].find(([, key]) => key === HEADER_ROW)?.[0];
  const cases = [...rows].filter(([, key]) => key !== HEADER_ROW && key !== NOT_READ);
  const textAt = (row: number, column: number | undefined): string =>
    column === undefined ? '' : (at.get(`${row} ${column}`)?.text ?? '').trim();
  return {
    origin,
    entries: cases.flatMap(([row, rowKey]) =>
      claims.map(({ column, uid, field }): ReturnedEntry => {
        const value = at.get(`${row} ${column}`);
        return {
          rowKey,
          columnUid: uid,
          field,
          address: `${name}!${columnLetters(column)}${row}`,
          text: value?.text ?? '',
          kind: value?.kind ?? 'text',
        };
      }),
    ),
    rowNames: new Map(cases.map(([row, key]) => [key, textAt(row, named)])),
    columnTitles: new Map(
      claims
        .filter(({ field }) => field === 'summary')
        .map(({ column, uid }) => [uid, header === undefined ? '' : textAt(header, column)]),
    ),
    foreign: [...foreignRows(values, rows, mark, header), ...foreignColumns(values, columns, mark)],
  };
}

/** Rows below the header that somebody added: what stands in them has no place in the matrix. */
function foreignRows(
  values: readonly SheetValue[],
  rows: ReadonlyMap<number, string>,
  mark: SheetValue,
  header: number | undefined,
): ForeignPart[] {
  const unknown = values.filter(
    ({ row, column, text }) =>
      !rows.has(row) && row !== mark.row && row !== header && column !== mark.column && text.trim() !== '',
  );
  return [...Map.groupBy(unknown, ({ row }) => row)]
    .toSorted(([a], [b]) => a - b)
    .map(([row, found]) => ({ kind: 'row', place: `row ${row}`, texts: found.map(({ text }) => text) }));
}

function foreignColumns(
  values: readonly SheetValue[],
  columns: ReadonlyMap<number, ColumnMark>,
  mark: SheetValue,
): ForeignPart[] {
  const unknown = values.filter(
    ({ row, column, text }) =>
      !columns.has(column) && column !== mark.column && row !== mark.row && text.trim() !== '',
  );
  return [...Map.groupBy(unknown, ({ column }) => column)]
    .toSorted(([a], [b]) => a - b)
    .map(([column, found]) => ({
      kind: 'column',
      place: `column ${columnLetters(column)}`,
      texts: found.map(({ text }) => text),
    }));
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
