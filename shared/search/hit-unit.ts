import { firstTouched } from '../coding/first-touched.ts';
import { trimRange, type TextRange } from '../text/text-range.ts';
import { sentencesOf } from '../text/words.ts';
import type { Turn } from '../transcripts/transcripts-contract.ts';
import type { CodingUnit } from './search-contract.ts';

/** What is coded for a hit. A hit over several sentences or turns takes all of them; outside every turn, its paragraph. */
export function unitOfHit(text: string, turns: readonly Turn[], hit: TextRange, unit: CodingUnit): TextRange {
  if (unit === 'hit') return hit;
  const first = turnAround(text, turns, hit.start);
  const last = turnAround(text, turns, hit.end - 1);
  if (unit === 'turn') return { start: first.start, end: last.end };
  // A hit in the label of a turn (“T01:”) lies before its sentences: then the first of them stands for it.
  const from = sentencesOf(text, first).find(({ end }) => end > hit.start) ?? first;
  const to = sentencesOf(text, last).findLast(({ start }) => start < hit.end) ?? from;
  return { start: from.start, end: Math.max(from.end, to.end) };
}

function turnAround(text: string, turns: readonly Turn[], position: number): TextRange {
  const turn = firstTouched(turns, ({ labelStart }) => labelStart, { start: position, end: position + 1 });
  return trimRange(text, turn ?? paragraphAround(text, position));
}

function paragraphAround(text: string, position: number): TextRange {
  const nextBreak = text.indexOf('\n', position);
  return {
    start: text.lastIndexOf('\n', position - 1) + 1,
    end: nextBreak < 0 ? text.length : nextBreak,
  };
}
