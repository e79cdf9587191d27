/** Cues as they are kept: without room around them, none empty, none twice, in the order given. */
export function distinctCues(phrases: readonly string[]): string[] {
  return [...new Set(phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))];
}
