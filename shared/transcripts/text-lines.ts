import type { TextRange } from '../text/text-range.ts';

/** The lines of a text, without their line ends. */
export function linesOf(text: string): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

export function isBlank(text: string, { start, end }: TextRange): boolean {
  return text.slice(start, end).trim() === '';
}

/**
 * Without the white space at its ends. A space that carries a combining mark stays: cutting between them would cut a
 * grapheme.
 */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  const slice = text.slice(start, end);
  const before = /^\s*(?![\p{M}\u200d])/u.exec(slice)?.[0].length ?? 0;
  const from = start + before;
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}
