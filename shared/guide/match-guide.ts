import type { TextRange } from '../text/text-range.ts';

export interface AskedTurn {
  readonly number: number;
  readonly words: string;
  /** The title of the part of the interview that the turn lies in. */
  readonly part: string | null;
}

export interface QuestionToFind<Id> {
  readonly id: Id;
  readonly part: string;
  readonly text: string;
}

export interface FoundQuestion<Id> {
  readonly id: Id;
  readonly turn: number;
  /** How much of the question's words the turn has, from 0 to 1. */
  readonly likeness: number;
}

/** Words that say nothing about which question it is, in English and Dutch. */
const EMPTY = new Set(
  (
    'a an and are as at be been by can could did do does for from had has have how i if in is it its me my of on or our so that ' +
    'the their them then there these they this those to was we were what when where which who why will with would you your us ' +
    'about tell could please maybe perhaps say said like ' +
    'aan al als bij dan dat de der deze die dit doe door een en er had heb hebben heeft hem het hij hoe ik in is je jou jouw ' +
    'kan kun kunt maar me met mij mijn na naar niet nog nu of om ook op over u uit uw van vind voor waar waarom wat we welke ' +
    'wel wie wij wil worden zijn zo zou'
  ).split(' '),
);
const LIKE_ENOUGH = 0.5;

/**
 * Where the questions of a guide are asked: each in the turn of the interviewer that has most of its words, no turn for
 * two questions. Interviewers ask in their own words, so half of a question is enough, if it is two words or all of it.
 */
export function matchGuide<Id>(
  turns: readonly AskedTurn[],
  questions: readonly QuestionToFind<Id>[],
): readonly FoundQuestion<Id>[] {
  const wanted = questions.map((question) => ({ ...question, stems: stemsOf(question.text) }));
  const rarity = rarityOf(wanted.map(({ stems }) => stems));
  const pairs: (FoundQuestion<Id> & { readonly order: number })[] = [];
  for (const turn of turns) {
    const said = stemsOf(turn.words);
    wanted.forEach(({ id, part, stems }, order) => {
      if (turn.part !== null && !isPart(turn.part, part, questions)) return;
      const shared = [...stems].filter((stem) => said.has(stem));
      if (shared.length < Math.min(2, stems.size)) return;
      const weigh = (all: Iterable<string>): number =>
        [...all].reduce((sum, stem) => sum + (rarity.get(stem) ?? 1), 0);
      const likeness = stems.size === 0 ? 0 : weigh(shared) / weigh(stems);
      if (likeness >= LIKE_ENOUGH) pairs.push({ id, turn: turn.number, likeness, order });
    });
  }
  const found: FoundQuestion<Id>[] = [];
  const taken = new Set<number>();
  const asked = new Set<Id>();
  // The first asking of two that are alike is the question; the other one comes back to it.
  for (const { id, turn, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness || a.turn - b.turn)) {
    if (taken.has(turn) || asked.has(id)) continue;
    taken.add(turn);
    asked.add(id);
    found.push({ id, turn, likeness });
  }
  return found.toSorted((a, b) => a.turn - b.turn);
}

/** A part of the transcript that is called as none of the guide's may hold any question. */
function isPart<Id>(title: string, part: string, questions: readonly QuestionToFind<Id>[]): boolean {
  const named = fold(title);
  return fold(part) === named || !questions.some((question) => fold(question.part) === named);
}

function fold(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Words without their endings, roughly: enough to see that “teaching” and “teach” are one. */
function stemsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  return new Set(
    words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/(?:s|en)$/, '').slice(0, 5)),
  );
}

/** A word that few questions have tells more. */
function rarityOf(all: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stems of all) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + all.length / count)]));
}

/** From where each question is asked to the next one, or to the end of its part. */
export function questionRanges(
  starts: readonly number[],
  parts: readonly { readonly headingStart: number; readonly end: number }[],
  length: number,
): readonly TextRange[] {
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? length;
    const heading = parts.map(({ headingStart }) => headingStart).find((at) => at > start) ?? length;
    return { start, end: Math.min(next, heading) };
  });
}
