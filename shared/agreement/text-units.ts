import { assertNever } from '../assert.ts';
import { trimRange, type TextRange } from '../text/text-range.ts';
import { sentencesOf } from '../text/words.ts';
import type { ScopedTurn } from './text-scope.ts';
import type { UnitKind } from './unit-rules.ts';

export interface TextToDivide {
  readonly text: string;
  readonly turns: readonly ScopedTurn[];
  /** Stretches that begin where a question of the guide is asked; may be empty. */
  readonly questions: readonly TextRange[];
  /** For `spans of one person`. */
  readonly marked: readonly TextRange[];
  readonly withInterviewer: boolean;
}

/**
 * The units of a text, in order and apart from each other. Sentences and paragraphs never run from one turn into the next.
 * An answer is what is said to one question of the guide or, where the guide was not linked, between two turns of the
 * interviewer. Free spans have no units.
 */
export function unitsOf(kind: UnitKind, given: TextToDivide): readonly TextRange[] {
  const { text, turns, withInterviewer } = given;
  const spoken =
    turns.length === 0
      ? [{ start: 0, end: text.length }]
      : turns.filter(({ role }) => withInterviewer || role !== 'interviewer');
  switch (kind) {
    case 'turns':
      return trimmed(text, spoken);
    case 'sentences':
      return spoken.flatMap((turn) => sentencesOf(text, turn));
    case 'paragraphs':
      return trimmed(
        text,
        spoken.flatMap((turn) => linesOf(text, turn)),
      );
    case 'answers':
      return trimmed(text, given.questions.length > 0 ? given.questions : betweenQuestions(turns, spoken));
    case 'spans of one person':
      return joined(trimmed(text, given.marked));
    case 'free spans':
      return [];
    default:
      return assertNever(kind);
  }
}

function trimmed(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.map((range) => trimRange(text, range)).filter(({ start, end }) => end > start);
}

function linesOf(text: string, { start, end }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    lines.push({ start: from, end: from + line.length });
    from += line.length + 1;
  }
  return lines;
}

function betweenQuestions(turns: readonly ScopedTurn[], spoken: readonly TextRange[]): readonly TextRange[] {
  if (turns.length === 0) return spoken;
  const answers: TextRange[] = [];
  let isOpen = false;
  for (const { role, start, end } of turns) {
    if (role === 'interviewer') {
      isOpen = false;
      continue;
    }
    if (isOpen) answers.push({ start: answers.pop()?.start ?? start, end });
    else answers.push({ start, end });
    isOpen = true;
  }
  return answers;
}

/** Overlapping ranges as one. */
export function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && range.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}
