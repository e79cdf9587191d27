import { sentencesOf } from '../text/words.ts';
import type { TextRange } from '../text/text-range.ts';

/** The sentences of a summary, as links name them. */
export function summarySentences(summary: string): readonly (TextRange & { readonly text: string })[] {
  return sentencesOf(summary, { start: 0, end: summary.length }).map(({ start, end }) => ({
    start,
    end,
    text: summary.slice(start, end),
  }));
}

/** Below this share of common words a sentence is another sentence. */
const LEAST_LIKENESS = 0.5;

/**
 * Where sentences went when the summary around them was edited: each as it reads now, or null when nothing like it is
 * left. A sentence that still stands is never given away to another that has become more like it.
 */
export function reanchorSentences(
  anchors: readonly string[],
  summary: string,
): ReadonlyMap<string, string | null> {
  const present = summarySentences(summary).map(({ text }) => text);
  const standing = new Set(anchors.filter((anchor) => present.includes(anchor)));
  const free = present.filter((text) => !standing.has(text));
  const places = new Map<string, string | null>([...standing].map((text) => [text, text]));
  const moved = [...new Set(anchors)].filter((anchor) => !standing.has(anchor));
  const pairs = moved
    .flatMap((anchor) => free.map((text) => ({ anchor, text, likeness: likeness(anchor, text) })))
    .filter((pair) => pair.likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  for (const { anchor, text } of pairs) {
    if (places.has(anchor) || taken.has(text)) continue;
    places.set(anchor, text);
    taken.add(text);
  }
  for (const anchor of moved) if (!places.has(anchor)) places.set(anchor, null);
  return places;
}

/** The share of words that two sentences have in common, from 0 to 1 (Dice, on words with their number). */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordCounts(a), wordCounts(b)];
  const size = total(first) + total(second);
  if (size === 0) return 0;
  let common = 0;
  for (const [word, count] of first) common += Math.min(count, second.get(word) ?? 0);
  return (2 * common) / size;
}

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
