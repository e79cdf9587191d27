import { snapOutwards } from '#shared/text/graphemes.ts';

/** What Excel allows in one cell, in UTF-16 code units. */
export const MOST_IN_CELL = 32_767;
/** What a text ends with that was too long for a cell. */
export const CUT_NOTE = ' (… cut; the whole text is in the csv)';

/** Characters that XML 1.0 cannot hold: a file with one of them does not open. Tab and line feed are allowed. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text as a spreadsheet cell can hold it: one kind of line end, nothing that XML forbids, and not too long. */
export function spreadsheetText(text: string): string {
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(NOT_IN_XML, '').toWellFormed();
  if (clean.length <= MOST_IN_CELL) return clean;
  const room = MOST_IN_CELL - CUT_NOTE.length;
  const { start } = snapOutwards(clean, { start: room, end: room });
  return clean.slice(0, start) + CUT_NOTE;
}
