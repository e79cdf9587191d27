import type { TextRange } from '../text/text-range.ts';
import { isBlank, linesOf } from './text-lines.ts';

export interface Heading extends TextRange {
  readonly level: number;
  readonly title: string;
}

/** What a text holds beside what was said: the lines about the interview at its top, and the headings of its parts. */
export interface Headings {
  /** `# Interview T01`: says what this is. Nobody said it, and it opens no section. */
  readonly header: readonly TextRange[];
  readonly headings: readonly Heading[];
}

const HEADING = /^(#{1,6})[ \t]+(?=\S)/;
const HEADER = /^#[ \t]+(?=\S)/;

/**
 * Lines with one `#` at the top are the header; every later line with `#`s is a heading. Where the parts of the interview
 * themselves carry one `#`, the last line of the top is the first of them.
 */
export function findHeadings(text: string): Headings {
  const lines = linesOf(text).filter((line) => !isBlank(text, line));
  const said = lines.findIndex(({ start, end }) => !HEADER.test(text.slice(start, end)));
  const top = said === -1 ? lines : lines.slice(0, said);
  const marked = lines.slice(top.length).flatMap((line) => headingOf(text, line) ?? []);
  const first = top.at(-1);
  const partsCarryOne = marked.some(({ level }) => level === 1) && marked[0]?.start !== lines[said]?.start;
  const opening = first === undefined || !partsCarryOne ? null : headingOf(text, first);
  if (opening === null) return { header: top, headings: marked };
  return { header: top.slice(0, -1), headings: [opening, ...marked] };
}

function headingOf(text: string, line: TextRange): Heading | null {
  const content = text.slice(line.start, line.end);
  const marks = HEADING.exec(content);
  if (marks === null) return null;
  return { ...line, level: marks[1]?.length ?? 1, title: content.slice(marks[0].length).trim() };
}
