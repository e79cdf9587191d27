import type { SheetCell } from '#shared/export/sheet.ts';

const LINE = 15;
/** Excel allows no higher row. */
const HIGHEST = 409;

/**
 * How high a row must be for its wrapped texts, in points. LibreOffice does not measure the rows of a file that it takes
 * for Excel's own, so a row without a height would show one line of each text. A column without a width does not wrap.
 */
export function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value }, index) => {
    const width = widths[index];
    return typeof value === 'string' && width !== undefined ? linesOf(value, width) : 1;
  });
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

/** Widths count the digits that fit; letters are a little narrower, which makes up for what wrapping wastes. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(displayWidth(paragraph) / width)), 0);
}

function displayWidth(text: string): number {
  let width = 0;
  // Scripts from Hangul on take about two digits a sign.
  for (let at = 0; at < text.length; at += 1)
    width += text.charCodeAt(at) >= 0x1100 && text.charCodeAt(at) < 0xd800 ? 2 : 1;
  return width;
}
