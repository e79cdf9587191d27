/**
 * How a sheet of a matrix says which row and column is which, wherever people move them: each row carries its mark in a
 * hidden column, each column in a hidden row, and where the two cross stands which matrix of which project it is.
 */
export interface SheetOrigin {
  readonly projectUid: string;
  readonly matrixUid: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

export type ReturnedField = 'summary' | 'rating' | 'symbol';

const ORIGIN = 'crosscase-matrix|1|';
const ROW = 'row|';
const COLUMN = 'column|';

export const HEADER_ROW = 'header';
export const CASE_COLUMN = 'case';
/** A row or a column that the export made, and from which nothing is read. */
export const NOT_READ = '-';

export function originMark({ projectUid, matrixUid, exportedAt }: SheetOrigin): string {
  return ORIGIN + [projectUid, matrixUid, exportedAt].join('|');
}

export function readOrigin(text: string): SheetOrigin | null {
  if (!text.startsWith(ORIGIN)) return null;
  const [projectUid = '', matrixUid = '', exportedAt = ''] = text.slice(ORIGIN.length).split('|');
  return { projectUid, matrixUid, exportedAt };
}

/** `key` is that of a row of the matrix, HEADER_ROW or NOT_READ. */
export function rowMark(key: string): string {
  return ROW + key;
}

export function readRowMark(text: string): string | null {
  return text.startsWith(ROW) ? text.slice(ROW.length) : null;
}

export function columnMark(uid: string, field: ReturnedField): string {
  return `${COLUMN}${uid}|${field}`;
}

/** A column that holds no claims: CASE_COLUMN or NOT_READ. */
export function plainColumnMark(name: string): string {
  return COLUMN + name;
}

export type ColumnMark =
  | { readonly kind: 'claims'; readonly uid: string; readonly field: ReturnedField }
  | { readonly kind: 'plain'; readonly name: string };

export function readColumnMark(text: string): ColumnMark | null {
  if (!text.startsWith(COLUMN)) return null;
  const [name = '', field] = text.slice(COLUMN.length).split('|');
  return field === 'summary' || field === 'rating' || field === 'symbol'
    ? { kind: 'claims', uid: name, field }
    : { kind: 'plain', name };
}
