import { snapOutwards } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';
import {
  conventionsFor,
  offsetsOf,
  rangeIn,
  STANDARD,
  storedText,
  type PositionConvention,
} from './position-convention.ts';
import { agreement, findWords } from './quoted-words.ts';

export interface FilePassage {
  readonly start: number;
  readonly end: number;
  /** What the file says stands there; may be empty, cut, or something else altogether. */
  readonly words: string;
}

export interface PositionDecision {
  readonly convention: PositionConvention;
  /** What it was decided by. */
  readonly evidence: 'quoted words' | 'word edges' | 'none';
  readonly certainty: 'certain' | 'likely' | 'unsure';
  /** Passages that say what stands there, and how many of them do stand there. */
  readonly quoted: number;
  readonly matched: number;
  readonly passages: number;
}

export interface PlacedPassage {
  readonly range: TextRange | null;
  readonly placing: 'position' | 'words' | 'doubtful' | 'nowhere';
}

/** From here on names are taken for quotations. Fewer, and they are something else: titles, or numbers. */
const NAMES_ARE_WORDS = 0.3;

/**
 * Decides by evidence how the positions of one text were counted. Every way of counting is tried on every passage: the
 * best is the one under which most passages hold the words that the file gives for them; where it gives none, the one under
 * which most passages begin and end at the edge of a word. What the file says about the program that wrote it is not asked:
 * it is often not true.
 */
export function decidePositions(
  raw: string,
  passages: readonly FilePassage[],
): { readonly decision: PositionDecision; readonly placed: readonly PlacedPassage[] } {
  const text = storedText(raw);
  const tried = conventionsFor(raw).map((convention) => rangesUnder(raw, convention, passages));
  const named = passages.filter(({ words }) => words.trim() !== '').length;
  const byWords = best(tried, (ranges) => wordScore(text, ranges, passages));
  const isQuoted = named > 0 && byWords.score / named >= NAMES_ARE_WORDS;
  const chosen = isQuoted ? byWords : bestByEdges(text, tried, passages.length);
  const matched = isQuoted ? countMatches(text, chosen.choice.ranges, passages) : 0;
  const decision: PositionDecision = {
    convention: chosen.choice.convention,
    evidence: passages.length === 0 ? 'none' : isQuoted ? 'quoted words' : 'word edges',
    certainty: certaintyOf(chosen, isQuoted ? named : passages.length, isQuoted, matched),
    quoted: isQuoted ? named : 0,
    matched,
    passages: passages.length,
  };
  const placed = passages.map((passage, index) =>
    place(text, chosen.choice.ranges[index] ?? null, passage, isQuoted),
  );
  return { decision, placed };
}

/** For texts that nothing is marked in, and for those that we wrote ourselves. */
export const NOTHING_TO_DECIDE: PositionDecision = {
  convention: STANDARD,
  evidence: 'none',
  certainty: 'certain',
  quoted: 0,
  matched: 0,
  passages: 0,
};

interface Choice {
  readonly convention: PositionConvention;
  readonly ranges: readonly (TextRange | null)[];
}

interface Best {
  readonly choice: Choice;
  readonly score: number;
  /** The best score of a way of counting that puts at least one passage elsewhere; −1 when there is none. */
  readonly rival: number;
}

function rangesUnder(raw: string, convention: PositionConvention, passages: readonly FilePassage[]): Choice {
  const offsets = offsetsOf(raw, convention);
  return { convention, ranges: passages.map(({ start, end }) => rangeIn(offsets, convention, start, end)) };
}

/** The first of the best: the choices come with the likelier ones first. */
function best(choices: readonly Choice[], scoreOf: (ranges: Choice['ranges']) => number): Best {
  let found: { choice: Choice; score: number } | null = null;
  const scored = choices.map((choice) => ({ choice, score: scoreOf(choice.ranges) }));
  for (const candidate of scored) if (found === null || candidate.score > found.score) found = candidate;
  const winner = found ?? { choice: { convention: STANDARD, ranges: [] }, score: 0 };
  const rivals = scored.filter(({ choice }) => !samePlaces(choice.ranges, winner.choice.ranges));
  return { ...winner, rival: Math.max(-1, ...rivals.map(({ score }) => score)) };
}

/**
 * Edges say little about a few passages: the standard's way of counting is left only for one that is clearly better, which
 * is a tenth of all edges, and three of them at least.
 */
function bestByEdges(text: string, choices: readonly Choice[], passages: number): Best {
  const found = best(choices, (ranges) => edgeScore(text, ranges));
  const [standard] = choices;
  if (standard === undefined || found.choice === standard) return found;
  const score = edgeScore(text, standard.ranges);
  const lead = found.score - score;
  return lead >= Math.max(3, (passages * 2) / 10) ? found : { choice: standard, score, rival: found.score };
}

function samePlaces(a: Choice['ranges'], b: Choice['ranges']): boolean {
  return a.every((range, index) => range?.start === b[index]?.start && range?.end === b[index]?.end);
}

function wordScore(
  text: string,
  ranges: readonly (TextRange | null)[],
  passages: readonly FilePassage[],
): number {
  return passages.reduce((sum, { words }, index) => {
    const range = ranges[index];
    return range === null || range === undefined
      ? sum
      : sum + agreement(text.slice(range.start, range.end), words);
  }, 0);
}

function countMatches(
  text: string,
  ranges: readonly (TextRange | null)[],
  passages: readonly FilePassage[],
): number {
  return passages.filter(({ words }, index) => {
    const range = ranges[index];
    return range !== null && range !== undefined && agreement(text.slice(range.start, range.end), words) > 0;
  }).length;
}

function edgeScore(text: string, ranges: readonly (TextRange | null)[]): number {
  return ranges.reduce((sum, range) => {
    if (range === null || range.end === range.start) return sum;
    const begins = isEdge(text, range.start) && /\S/u.test(text.charAt(range.start));
    const ends = isEdge(text, range.end) && /\S/u.test(text.charAt(range.end - 1));
    return sum + Number(begins) + Number(ends);
  }, 0);
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

function isEdge(text: string, at: number): boolean {
  return !(WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at)));
}

function certaintyOf(
  { score, rival }: Best,
  of: number,
  isQuoted: boolean,
  matched: number,
): PositionDecision['certainty'] {
  if (of === 0) return 'certain';
  const isAlone = rival < score;
  if (isQuoted) {
    if (matched / of >= 0.95 && isAlone) return 'certain';
    return matched / of >= 0.5 ? 'likely' : 'unsure';
  }
  return score / (of * 2) >= 0.9 && isAlone ? 'likely' : 'unsure';
}

function place(
  text: string,
  range: TextRange | null,
  { words }: FilePassage,
  isQuoted: boolean,
): PlacedPassage {
  const isThere = range !== null && range.end > range.start;
  const agrees = isThere && agreement(text.slice(range.start, range.end), words) > 0;
  if (isQuoted && words.trim() !== '' && !agrees) {
    const found = findWords(text, words, range?.start ?? 0);
    if (found !== null) return { range: snapOutwards(text, found), placing: 'words' };
    return isThere
      ? { range: snapOutwards(text, range), placing: 'doubtful' }
      : { range: null, placing: 'nowhere' };
  }
  return isThere
    ? { range: snapOutwards(text, range), placing: 'position' }
    : { range: null, placing: 'nowhere' };
}
