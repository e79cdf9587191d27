import { snapOutwards } from '../text/graphemes.ts';

const LONGEST_HEADING = 80;
const LONGEST_EXCERPT = 180;

/** What a memo is called: its title, or else how it begins. */
export function memoHeading(title: string, text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  return title.trim() || cut(first.trim(), LONGEST_HEADING) || 'Empty memo';
}

/** The first words that the heading does not say already, on one line. */
export function memoExcerpt(title: string, text: string): string {
  const body = text.trimStart();
  const [first = ''] = body.split('\n');
  const heading = memoHeading(title, text);
  const rest = title.trim() === '' && heading === first.trim() ? body.slice(first.length) : body;
  // A list shows thousands of these: only what can be seen is looked at.
  return cut(
    rest
      .slice(0, 4 * LONGEST_EXCERPT)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    LONGEST_EXCERPT,
  );
}

/** At most so many UTF-16 code units, a grapheme whole, and … for what was left out. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const { end } = snapOutwards(text, { start: 0, end: most });
  return end >= text.length ? text : `${text.slice(0, end).trimEnd()}…`;
}
