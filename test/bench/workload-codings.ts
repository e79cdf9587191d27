import type { Random } from './workload-random.ts';
import type { InterviewText, Sentence } from './workload-text.ts';

/** By the number of the coder (0, 1, 2) and of the code (1 …); positions in UTF-16 code units. */
export interface WorkloadRange {
  readonly coder: number;
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

/** What coders make of one interview: passages that they agree on more or less, `wanted` codings in all. */
export function codeInterview(
  random: Random,
  pickCode: () => number,
  { sentences }: InterviewText,
  codersHere: readonly number[],
  wanted: number,
): WorkloadRange[] {
  const ranges: WorkloadRange[] = [];
  const known = new Set<string>();
  const add = (range: WorkloadRange): void => {
    const key = `${range.coder},${range.code},${range.start},${range.end}`;
    if (range.start >= range.end || known.has(key) || ranges.length >= wanted) return;
    known.add(key);
    ranges.push(range);
  };
  while (ranges.length < wanted) {
    const passage = pickPassage(random, sentences);
    for (const code of pickCodes(random, pickCode)) {
      for (const coder of codersHere) {
        if (codersHere.length > 1 && random.next() < 0.2) continue; // This coder misses it.
        const chosen = codersHere.length > 1 && random.next() < 0.1 ? pickCode() : code;
        add({ coder, code: chosen, ...asMarked(random, sentences, passage, codersHere.length > 1) });
      }
    }
  }
  return ranges.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || a.code - b.code || a.coder - b.coder,
  );
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** One to four sentences of one turn (one in ten runs on into the next), or a few words of them. */
function pickPassage(random: Random, sentences: readonly Sentence[]): Passage {
  const first = random.whole(0, sentences.length - 1);
  const size = Math.min(4, 1 + Math.floor(-Math.log(1 - random.next() * 0.98) * 1.1));
  let last = Math.min(sentences.length - 1, first + size - 1);
  if (random.next() > 0.1) while (sentences[last]!.turn !== sentences[first]!.turn) last -= 1;
  let { start } = sentences[first]!;
  let { end } = sentences[last]!;
  if (random.next() < 0.25) {
    const words = sentences[first]!.words;
    start = words[random.whole(0, words.length - 1)]!;
    if (random.next() < 0.5) end = Math.max(end - 1, sentences[last]!.words.at(-1)!);
  }
  return { start, end, first, last };
}

function pickCodes(random: Random, pickCode: () => number): ReadonlySet<number> {
  const chance = random.next();
  const amount = chance < 0.6 ? 1 : chance < 0.9 ? 2 : 3;
  const codes = new Set<number>();
  while (codes.size < amount) codes.add(pickCode());
  return codes;
}

/** Where several coders mark the same passage, their edges differ now and then. */
function asMarked(
  random: Random,
  sentences: readonly Sentence[],
  { start, end, first, last }: Passage,
  several: boolean,
): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  if (several && random.next() < 0.35) {
    const { words } = sentences[first]!;
    from = words[random.whole(0, Math.min(3, words.length - 1))]!;
  }
  if (several && random.next() < 0.25) {
    const next = Math.min(sentences.length - 1, last + 1);
    if (sentences[next]!.turn === sentences[last]!.turn) to = sentences[next]!.end;
  }
  return { start: from < to ? from : start, end: to };
}
