/** CSS pixels. The style sheet has the same numbers for what it draws inside. */
/** Of the column of cases. */
export const CASE_WIDTHS = { usual: 168, narrow: 96 } as const;
export const HEADER_HEIGHT = 52;
export const GROUP_HEIGHT = 48;
export const TEXT_LINE = 18;
const CELL_FRAME = 32;

/** Pinned rows stay in view, but never in more than this part of what the header leaves; the others scroll along. */
const MOST_STUCK = 0.5;

/** How many pinned rows stay in view in a grid of this height. */
export function stuckRows(pinned: number, gridHeight: number, rowHeight: number): number {
  const room = Math.floor(((gridHeight - HEADER_HEIGHT) * MOST_STUCK) / rowHeight);
  return Math.max(0, Math.min(pinned, room));
}

export function caseHeight(cellLines: number): number {
  return cellLines * TEXT_LINE + CELL_FRAME;
}
