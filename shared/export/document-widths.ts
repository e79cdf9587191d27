/** Twentieths of a point, as documents measure. */
const CM = 567;
const MARGIN = 1.5 * CM;
const CASE = 2.2 * CM;
const NARROWEST = 2.6 * CM;

/** The longer and the shorter side of a sheet of paper. */
const PAPERS = [
  { long: 29.7 * CM, short: 21 * CM, comfortable: 3.4 * CM },
  { long: 42 * CM, short: 29.7 * CM, comfortable: NARROWEST },
] as const;

export interface TablePage {
  /** Landscape. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly caseWidth: number;
  /** The columns of the matrix, table by table: more than a page can hold go on in a table of their own. */
  readonly tables: readonly (readonly TableColumn[])[];
}

export interface TableColumn {
  /** Of the column in the matrix. */
  readonly index: number;
  readonly width: number;
}

/**
 * A page for a table: A4 as long as its columns can be read there, else A3; and every column as wide as its texts need
 * beside the others. `lengths` are the characters that each column holds altogether.
 */
export function tablePage(lengths: readonly number[]): TablePage {
  const paper =
    PAPERS.find(({ long, comfortable }) => lengths.length * comfortable <= roomOn(long)) ?? PAPERS[1];
  const room = roomOn(paper.long);
  const most = Math.floor(room / paper.comfortable);
  const tables = Math.max(1, Math.ceil(lengths.length / most));
  const perTable = Math.max(1, Math.ceil(lengths.length / tables));
  return {
    width: paper.long,
    height: paper.short,
    margin: MARGIN,
    caseWidth: CASE,
    tables: Array.from({ length: tables }, (_, table) => {
      const first = table * perTable;
      const widths = shareOut(room, lengths.slice(first, first + perTable));
      return widths.map((width, index) => ({ index: first + index, width }));
    }),
  };
}

function roomOn(long: number): number {
  return long - 2 * MARGIN - CASE;
}

/** Each at least the narrowest; the rest by the root of what they hold, so that one long column does not starve the others. */
function shareOut(room: number, lengths: readonly number[]): number[] {
  const weights = lengths.map((length) => Math.sqrt(length + 40));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const least = Math.min(NARROWEST, room / Math.max(1, lengths.length));
  const spare = room - least * lengths.length;
  return weights.map((weight) => Math.floor(least + (spare * weight) / sum));
}
