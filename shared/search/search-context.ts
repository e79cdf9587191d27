import { snapOutwards } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';

const REACH = 80;

/** The words around a hit, from its own paragraph; cut between words, or between graphemes where there is no space. */
export function contextOfHit(text: string, { start, end }: TextRange): TextRange {
  const paragraphStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const paragraphEnd = nextBreak < 0 ? text.length : nextBreak;
  return snapOutwards(text, {
    start: start - paragraphStart <= REACH ? paragraphStart : afterSpace(text, start - REACH, start),
    end: paragraphEnd - end <= REACH ? paragraphEnd : beforeSpace(text, end + REACH, end),
  });
}

function afterSpace(text: string, from: number, hit: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space >= hit ? from : space + 1;
}

function beforeSpace(text: string, to: number, hit: number): number {
  const space = text.lastIndexOf(' ', to);
  return space <= hit ? to : space;
}
