import { shorten } from '../text/graphemes.ts';

const LONGEST_HEADING = 80;
const LONGEST_EXCERPT = 180;

/** What a memo is called: its title, or else how it begins. */
export function memoHeading(title: string, text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  return title.trim() || shorten(first.trim(), LONGEST_HEADING) || 'Empty memo';
}

/** The first words that the heading does not say already, on one line. */
export function memoExcerpt(title: string, text: string): string {
  const body = text.trimStart();
  const [first = ''] = body.split('\n');
  const heading = memoHeading(title, text);
  const rest = title.trim() === '' && heading === first.trim() ? body.slice(first.length) : body;
  return shorten(rest.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}
