import type { Phrase } from '#shared/search/phrase.ts';
import type { SearchQuery, SearchTerm } from '#shared/search/search-query.ts';

/** The words hold no quotation mark: a person's text can never become syntax of FTS5. */
export function matchOfPhrase({ words, prefix }: Phrase): string {
  return `"${words.join(' ')}"${prefix ? '*' : ''}`;
}

/** What every text that answers the question fulfils; texts that do not may fulfil it too. */
export function matchOfQuery({ first, near }: SearchQuery): string {
  const [only, ...others] = near;
  // FTS5's own NEAR spares reading many texts; it means something else for more than two, and knows no star inside.
  if (only !== undefined && others.length === 0 && !hasInnerStar(first) && !hasInnerStar(only.term)) {
    return `NEAR(${matchOfTerm(first)} ${matchOfTerm(only.term)}, ${only.distance})`;
  }
  return [first, ...near.map(({ term }) => term)].map(matchOfTerm).join(' AND ');
}

/** FTS5 knows a star only at the end of a phrase: with one inside, its words are looked for one by one. */
function matchOfTerm(term: SearchTerm): string {
  if (hasInnerStar(term))
    return term.map(({ text, prefix }) => matchOfPhrase({ words: [text], prefix })).join(' AND ');
  const [{ text }, ...others] = term;
  const words: Phrase['words'] = [text, ...others.map((word) => word.text)];
  return matchOfPhrase({ words, prefix: term.at(-1)?.prefix ?? false });
}

function hasInnerStar(term: SearchTerm): boolean {
  return term.slice(0, -1).some(({ prefix }) => prefix);
}
