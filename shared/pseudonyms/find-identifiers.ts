import { wordsIn, type FoldedWord } from '../text/folded-words.ts';
import type { TextRange } from '../text/text-range.ts';

/** Something that says who or where somebody is, and what stands in its place. */
export interface Identifier {
  readonly original: string;
  readonly replacement: string;
}

export interface FoundIdentifier extends TextRange {
  /** The index of the identifier. */
  readonly identifier: number;
  /** An ending that the name has here: `s`, `’s`, `en`. Empty for the name itself. */
  readonly ending: string;
}

/** Plural and genitive, in Dutch and English: behind the name, with an apostrophe or without one. */
const GLUED = ['s', 'es', 'en', 'n', 'se'];
const APOSTROPHE = /^['’ʼ](?:s(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))/u;
const ENDS_IN_HISS = /[sxz]$/u;

interface Searched {
  readonly index: number;
  readonly words: readonly string[];
  readonly startsLarge: boolean;
}

/**
 * Where identifiers stand in a text: as whole words, diacritics and large letters folded, in the forms that a name takes.
 * What is written with a large letter in the list is only found with one: “Will” and not “will”. The longest wins.
 */
export function findIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
): readonly FoundIdentifier[] {
  const byFirst = new Map<string, Searched[]>();
  identifiers.forEach(({ original }, index) => {
    const words = wordsIn(original).map(({ folded }) => folded);
    const [first] = words;
    if (first === undefined) return;
    const startsLarge = /^[^\p{L}]*\p{Lu}/u.test(original);
    const keys = words.length === 1 ? [first, ...GLUED.map((ending) => first + ending)] : [first];
    for (const key of keys) byFirst.set(key, [...(byFirst.get(key) ?? []), { index, words, startsLarge }]);
  });
  const words = wordsIn(text);
  const found: FoundIdentifier[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const best = (byFirst.get(words[at]?.folded ?? '') ?? [])
      .flatMap((searched) => matchAt(text, words, at, searched) ?? [])
      .toSorted((a, b) => b.end - a.end || a.ending.length - b.ending.length)[0];
    if (best === undefined) continue;
    found.push(best);
    while ((words[at + 1]?.start ?? Infinity) < best.end) at += 1;
  }
  return found;
}

function matchAt(
  text: string,
  words: readonly FoldedWord[],
  at: number,
  { index, words: wanted, startsLarge }: Searched,
): FoundIdentifier | null {
  const first = words[at];
  const last = words[at + wanted.length - 1];
  if (first === undefined || last === undefined) return null;
  if (startsLarge && !/^\p{Lu}/u.test(text.slice(first.start, first.start + 2))) return null;
  for (let next = 0; next < wanted.length - 1; next += 1) {
    if (words[at + next]?.folded !== wanted[next]) return null;
  }
  const name = wanted.at(-1) ?? '';
  const glued = last.folded.slice(name.length);
  if (!last.folded.startsWith(name) || (glued !== '' && !GLUED.includes(glued))) return null;
  const written = text.slice(last.start, last.end);
  if (glued !== '')
    return { identifier: index, start: first.start, end: last.end, ending: written.slice(-glued.length) };
  const apostrophe = APOSTROPHE.exec(text.slice(last.end, last.end + 3))?.[0] ?? '';
  // A bare apostrophe is a genitive only behind a hiss (“Frans’”); elsewhere it closes a quotation.
  const ending = apostrophe.length === 1 && !ENDS_IN_HISS.test(name) ? '' : apostrophe;
  return { identifier: index, start: first.start, end: last.end + ending.length, ending };
}

/** What stands in the place of a name that was found: its ending stays. */
export function replacementFor(
  { ending }: Pick<FoundIdentifier, 'ending'>,
  { replacement }: Identifier,
): string {
  return replacement + ending;
}
