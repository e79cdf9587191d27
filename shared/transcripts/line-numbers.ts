import { snapOutwards } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';

/** The most signs of a line, as on a typed page. */
const LINE_SIGNS = 72;

/**
 * Where each numbered line of a text begins. Lines are those of the text alone, not of a window: each paragraph begins a
 * new one, a long one is broken before the word that does not fit, and empty lines have no number. So “line 120” is the
 * same place on every screen and at every size of letters, for as long as the version of the text is the same.
 */
export function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let paragraph = 0;
  for (const content of text.split('\n')) {
    if (content.trim() !== '') breakParagraph(text, paragraph, paragraph + content.length, starts);
    paragraph += content.length + 1;
  }
  return starts;
}

function breakParagraph(text: string, start: number, end: number, starts: number[]): void {
  let from = start;
  while (from < end) {
    starts.push(from);
    if (end - from <= LINE_SIGNS) return;
    // A space that ends the line may stand after its last sign.
    const space = text.lastIndexOf(' ', from + LINE_SIGNS);
    const next = space > from ? space + 1 : snapOutwards(text, { start: from, end: from + LINE_SIGNS }).end;
    if (text.slice(next, end).trim() === '') return;
    from = next;
  }
}

/** The number, from 1, of the line that a position lies in; before the first line: 1. */
export function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** The numbers of the first and the last line that a range touches. */
export function linesOfRange(
  starts: readonly number[],
  { start, end }: TextRange,
): { readonly firstLine: number; readonly lastLine: number } {
  return { firstLine: lineAt(starts, start), lastLine: lineAt(starts, Math.max(start, end - 1)) };
}

/** “line 12”, “lines 12–14” */
export function spokenLines({
  firstLine,
  lastLine,
}: {
  readonly firstLine: number;
  readonly lastLine: number;
}): string {
  return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine}–${lastLine}`;
}
