import type { Random } from './workload-random.ts';
import { capitalised, emoji } from './workload-words.ts';

export type Who = 'I' | 'R';

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly turn: number;
  /** Where its words begin. */
  readonly words: readonly number[];
}

export interface InterviewText {
  readonly text: string;
  readonly words: number;
  readonly sentences: readonly Sentence[];
  readonly turns: readonly (readonly [start: number, end: number, who: Who])[];
}

/** One interview: turns of I: and R: by turns, one per line, an empty line between them; about `typicalWords` long. */
export function makeInterview(random: Random, pickWord: () => string, typicalWords: number): InterviewText {
  const target = Math.max(typicalWords * 0.6, Math.round(typicalWords * (1 + 0.15 * random.normal())));
  const sentences: Sentence[] = [];
  const turns: [number, number, Who][] = [];
  let text = '';
  let words = 0;
  for (let turn = 0; words < target; turn += 1) {
    const who = turn % 2 === 1 ? 'R' : 'I';
    const length = turnLength(random, who);
    const turnStart = text.length;
    text += `${who}: `;
    for (let said = 0; said < length;) {
      const size = Math.min(length - said, random.whole(4, 22));
      const start = text.length;
      const wordStarts: number[] = [];
      for (let index = 0; index < size; index += 1) {
        wordStarts.push(text.length);
        text += nextWord(random, pickWord, index === 0);
        if (index < size - 1) text += random.next() < 0.06 ? ', ' : ' ';
      }
      if (random.next() < 0.025) text += ` ${emoji[random.whole(0, emoji.length - 1)]}`;
      text += fullStop(random, who);
      sentences.push({ start, end: text.length, turn, words: wordStarts });
      text += ' ';
      said += size;
    }
    text = text.trimEnd();
    turns.push([turnStart, text.length, who]);
    text += '\n\n';
    words += length;
  }
  return { text: `${text.trimEnd()}\n`, words, sentences, turns };
}

function turnLength(random: Random, who: Who): number {
  const length = who === 'I' ? random.logNormal(16, 0.6) : random.logNormal(90, 0.8);
  return Math.round(Math.min(400, Math.max(3, length)));
}

function nextWord(random: Random, pickWord: () => string, first: boolean): string {
  const word = first ? capitalised(pickWord()) : pickWord();
  // Decomposed letters do occur in pasted text.
  return random.next() < 0.0015 ? word.replace('e', 'e\u0301') : word;
}

function fullStop(random: Random, who: Who): string {
  if (who === 'I') return random.next() < 0.7 ? '?' : '.';
  if (random.next() < 0.08) return '...';
  return random.next() < 0.05 ? '!' : '.';
}
