import type { CodeId } from '../ids.ts';
import type { Code } from './codebook-contract.ts';
import { pathOf } from './code-tree.ts';
import { fuzzyMatch, type FuzzyMatch } from './fuzzy-match.ts';

export interface FoundCode {
  readonly code: Code;
  readonly score: number;
  /** The pieces of its name to highlight. */
  readonly ranges: FuzzyMatch['ranges'];
}

/** A word that is found in the names above a code narrows the search, but is worth little. */
const IN_PATH = 5;

/**
 * The codes whose name or path holds every word of the query, one of them in the name, best first: “cost time” finds
 * Costs › Time.
 */
export function findCodes(codes: readonly Code[], query: string): readonly FoundCode[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  const byId = new Map(codes.map((code) => [code.id, code]));
  return codes
    .flatMap((code) => matchCode(code, words, byId) ?? [])
    .toSorted((a, b) => b.score - a.score || a.code.name.length - b.code.name.length);
}

/** The codes found, and all above them, in the order of the tree. */
export function withAncestors(codes: readonly Code[], found: Iterable<CodeId>): readonly Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const kept = new Set<CodeId>();
  for (const id of found) for (const code of pathOf(byId, id)) kept.add(code.id);
  return codes.filter(({ id }) => kept.has(id));
}

function matchCode(code: Code, words: readonly string[], byId: ReadonlyMap<CodeId, Code>): FoundCode | null {
  const whole = fuzzyMatch(words.join(' '), code.name);
  if (whole !== null) return { code, score: whole.score, ranges: whole.ranges };
  const above = pathOf(byId, code.id).slice(0, -1);
  let score = 0;
  const ranges: (readonly [number, number])[] = [];
  for (const word of words) {
    const inName = fuzzyMatch(word, code.name);
    if (inName !== null) ranges.push(...inName.ranges);
    else if (!above.some(({ name }) => fuzzyMatch(word, name) !== null)) return null;
    score += inName?.score ?? IN_PATH;
  }
  return ranges.length === 0 ? null : { code, score: score / words.length, ranges };
}
