import { overlaps, type TextRange } from '../text/text-range.ts';
import type { SpeakerRole } from '../transcripts/transcripts-contract.ts';

/** What became of what was asked: nobody answered, or there is an answer in which nothing is coded. */
export type Outcome = 'no answer' | 'nothing coded' | 'coded';

export interface PartAsked extends TextRange {
  readonly title: string;
  readonly outcome: Outcome;
  /** That the participant says in it. */
  readonly words: number;
  readonly codings: number;
}

export interface QuestionAsked extends TextRange {
  readonly turnNumber: number;
  readonly text: string;
  readonly outcome: Outcome;
  /** Of the answer. */
  readonly words: number;
}

export interface AskedText {
  readonly text: string;
  readonly turns: readonly (TextRange & { readonly number: number; readonly role: SpeakerRole })[];
  readonly parts: readonly (TextRange & { readonly title: string })[];
  readonly codings: readonly TextRange[];
}

type CountWords = (text: string) => number;

/** Each part of the interview, and what came of it. */
export function partsAsked({ text, turns, parts, codings }: AskedText, countWords: CountWords): PartAsked[] {
  const talk = turns.filter(({ role }) => role !== 'interviewer');
  return parts.map(({ title, start, end }) => {
    const part = { start, end };
    const words = talk
      .filter((turn) => turn.start >= start && turn.start < end)
      .reduce((sum, turn) => sum + countWords(text.slice(turn.start, turn.end)), 0);
    const inside = codings.filter((coding) => overlaps(coding, part)).length;
    return { title, start, end, words, codings: inside, outcome: outcomeOf(words, inside) };
  });
}

/** Every turn in which the interviewer asks something, and what came of it until the interviewer speaks again. */
export function questionsAsked({ text, turns, codings }: AskedText, countWords: CountWords): QuestionAsked[] {
  return turns.flatMap((turn, index) => {
    if (turn.role !== 'interviewer') return [];
    const question = text.slice(turn.start, turn.end);
    if (!ASKS.test(question)) return [];
    const rest = turns.slice(index + 1);
    const next = rest.findIndex(({ role }) => role === 'interviewer');
    const answer = next === -1 ? rest : rest.slice(0, next);
    const words = answer.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
    const inside = codings.filter((coding) => answer.some((part) => overlaps(coding, part))).length;
    const { start, end, number } = turn;
    return [{ turnNumber: number, text: question, start, end, words, outcome: outcomeOf(words, inside) }];
  });
}

/** A question mark of the Latin, East Asian or Arabic scripts. */
const ASKS = /[?？؟]/;

function outcomeOf(words: number, codings: number): Outcome {
  if (codings > 0) return 'coded';
  return words === 0 ? 'no answer' : 'nothing coded';
}

/** Titles of the guide that the interview has no part of. Capitals and spaces make no difference. */
export function missingTitles(expected: readonly string[], present: readonly string[]): string[] {
  const known = new Set(present.map(folded));
  return expected.filter((title) => !known.has(folded(title)));
}

/** Where there is no guide: the parts that more than half of the other interviews have. */
export function usualTitles(ofOthers: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, { title: string; count: number }>();
  for (const titles of ofOthers) {
    for (const [key, title] of new Map(titles.map((name) => [folded(name), name]))) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { title, count: 1 });
      else known.count += 1;
    }
  }
  return [...counts.values()].filter(({ count }) => count * 2 > ofOthers.length).map(({ title }) => title);
}

function folded(title: string): string {
  return title.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();
}
