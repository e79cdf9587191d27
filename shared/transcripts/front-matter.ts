import type { TextRange } from '../text/text-range.ts';
import type { SpeakerLabel } from './label-styles.ts';
import { isMetadata } from './speaker-names.ts';
import { isBlank } from './text-lines.ts';

/** Lines that say things about the interview: `Date: 3 May`. Further down they are part of what was said. */
const MOST_LINES = 60;
const LONGEST_VALUE = 90;

/**
 * Where the front matter ends, when it has lines that look like labels (`Interviewer: Anna`, `Respondent: R3`): at the
 * last line at the top that is about the interview, provided that nobody who is named before it speaks there already.
 */
export function findFrontMatter(
  text: string,
  lines: readonly TextRange[],
  labels: ReadonlyMap<number, SpeakerLabel>,
): { readonly end: number } | null {
  const top = lines.filter((line) => !isBlank(text, line)).slice(0, MOST_LINES);
  const about = top.findLastIndex((line) => isMetadata(text.slice(line.start, line.end)));
  for (let index = about; index >= 0; index -= 1) {
    const line = top[index];
    if (line === undefined || !isMetadata(text.slice(line.start, line.end))) continue;
    if (isAboutOnly(top.slice(0, index + 1), labels)) return { end: endOfBlock(text, lines, line, labels) };
  }
  return null;
}

/** No name comes twice, and no line is as long as an answer. */
function isAboutOnly(top: readonly TextRange[], labels: ReadonlyMap<number, SpeakerLabel>): boolean {
  const named = top.filter(({ start }) => labels.has(start));
  const names = named.map(({ start }) => labels.get(start)?.speaker);
  return (
    new Set(names).size === names.length && named.every(({ start, end }) => end - start <= LONGEST_VALUE)
  );
}

/** Lines that follow without a blank one and name each speaker once (`Respondent: R3`) belong to it too. */
function endOfBlock(
  text: string,
  lines: readonly TextRange[],
  last: TextRange,
  labels: ReadonlyMap<number, SpeakerLabel>,
): number {
  const rest = lines.slice(lines.indexOf(last) + 1);
  const blank = rest.findIndex((line) => isBlank(text, line));
  const block = blank === -1 ? [] : rest.slice(0, blank);
  const isClosed =
    block.length > 0 &&
    block.length <= 6 &&
    isAboutOnly(block, labels) &&
    block.every((line) => line.end - line.start <= LONGEST_VALUE);
  const speakOn = (line: TextRange): boolean => {
    const name = labels.get(line.start)?.speaker;
    return [...labels].some(([start, label]) => start > line.end && label.speaker === name);
  };
  // Without a blank line before it, a name that speaks on is where the interview begins.
  return isClosed && !block.some(speakOn) ? (block.at(-1) ?? last).end : last.end;
}
