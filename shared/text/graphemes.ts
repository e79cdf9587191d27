import type { TextRange } from './text-range.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Latin letters, signs and white space below the combining marks, and the Han ideographs: between any two of them lies a
 * boundary, whatever stands around them. So only the stretch between two such places ever needs to be segmented.
 */
function isPlain(unit: number): boolean {
  return (unit < 0x300 && unit !== 0x0d) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function isSurelyBoundary(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  return isPlain(text.charCodeAt(position - 1)) && isPlain(text.charCodeAt(position));
}

/** The grapheme that `position` lies in, or an empty range when it lies between two. */
function around(text: string, position: number): TextRange {
  if (isSurelyBoundary(text, position)) return { start: position, end: position };
  let from = position - 1;
  while (!isSurelyBoundary(text, from)) from -= 1;
  let to = position + 1;
  while (!isSurelyBoundary(text, to)) to += 1;
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    const start = from + index;
    const end = start + segment.length;
    if (start === position) break;
    if (end > position) return { start, end };
  }
  return { start: position, end: position };
}

export function isGraphemeBoundary(text: string, position: number): boolean {
  return around(text, position).start === position;
}

/** Moves both ends outwards, so that no grapheme is cut. */
export function snapOutwards(text: string, { start, end }: TextRange): TextRange {
  return { start: around(text, start).start, end: around(text, end).end };
}

/** At most `most` graphemes, with … for what was left out. For labels: never for what is stored. */
export function shorten(text: string, most: number): string {
  let count = 0;
  for (const { index } of segmenter.segment(text.slice(0, most * 20))) {
    if (count === most) return `${text.slice(0, index).trimEnd()}…`;
    count += 1;
  }
  return text.length > most * 20 ? `${text.slice(0, around(text, most * 20).start)}…` : text;
}
