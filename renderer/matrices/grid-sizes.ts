/** CSS pixels. The style sheet has the same numbers for what it draws inside. */
/** Of the column of cases. */
export const CASE_WIDTHS = { usual: 168, narrow: 96 } as const;
export const HEADER_HEIGHT = 52;
export const GROUP_HEIGHT = 34;
export const TEXT_LINE = 18;
const CELL_FRAME = 32;

export function caseHeight(cellLines: number): number {
  return cellLines * TEXT_LINE + CELL_FRAME;
}
