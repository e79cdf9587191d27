interface Rankable {
  readonly label: string;
  readonly keywords: string;
}

/** Those that hold every word of the text, best first: at the start of the label, at the start of a word, anywhere. */
export function rankEntries<Entry extends Rankable>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, score: score(fold(entry.label), fold(entry.keywords), words) }))
    .filter(({ score: points }) => points > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function score(label: string, keywords: string, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at === 0) total += 4;
    else if (at > 0 && label[at - 1] === ' ') total += 3;
    else if (at > 0) total += 2;
    else if (keywords.includes(word)) total += 1;
    else return 0;
  }
  return total;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
