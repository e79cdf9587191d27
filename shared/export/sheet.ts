/** What a cell shows. Null is an empty cell. */
export type CellValue = string | number | null;

/** A cell of another sheet that a click leads to. Rows and columns count from 1, the header included. */
export interface CellLink {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface SheetCell {
  readonly value: CellValue;
  readonly link?: CellLink | undefined;
  /** #rrggbb: the ground of the cell is painted with it. */
  readonly swatch?: string | undefined;
  /** Whatever is typed into it stays text: no number, date or formula is made of it. */
  readonly isText?: boolean;
}

export interface SheetRow {
  /** `group` is a heading over the rows that follow, `total` a sum under those above; `hidden` is for the program. */
  readonly kind: 'plain' | 'group' | 'total' | 'hidden';
  readonly cells: readonly SheetCell[];
}

export interface SheetColumn {
  /** Unlike all others of the sheet, so that a csv file can be read by name. */
  readonly title: string;
  /** What stands over a narrow column instead. */
  readonly shortTitle?: string;
  /** In characters, as spreadsheets measure it. */
  readonly width: number;
  /** It holds numbers: the title stands to the right, above them. */
  readonly numeric?: true;
  /** For the program alone. */
  readonly hidden?: true;
}

/**
 * One sheet, before anybody decides what kind of file it becomes. Rows may be made while they are written, so that a
 * sheet of half a million fragments is never in memory as a whole.
 */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<SheetRow>;
  /** How many rows there will be, without the header. */
  readonly rowCount: number;
  /** A list of like things, which people filter and sort. */
  readonly filter: boolean;
  /** For the program alone. */
  readonly hidden?: true;
}

/** Excel opens no sheet with many more links than this; what comes after has none. */
export const MOST_LINKS = 65_000;

/** The first row under the header. */
export const FIRST_ROW = 2;

export function plainRow(...values: readonly CellValue[]): SheetRow {
  return { kind: 'plain', cells: values.map((value) => ({ value })) };
}
