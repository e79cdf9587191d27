import { snapOutwards } from './graphemes.ts';
import { applyChanges, trimmedChange, type TextChange } from './text-changes.ts';
import { changesBetween } from './text-diff.ts';
import type { TextRange } from './text-range.ts';

/**
 * What became of a range of the old text.
 * - `kept`: exactly its words, wherever they stand now.
 * - `changed`: the words that stand in its place now.
 * - `lost`: nothing stands in its place; the range is where it was, in the old text.
 */
export interface Anchored extends TextRange {
  readonly outcome: 'kept' | 'changed' | 'lost';
}

interface Placed extends TextChange {
  readonly newStart: number;
  readonly newEnd: number;
  /** Found by comparing, so that another place may be the right one as well. */
  readonly guessed: boolean;
}

/** The letters that a passage needs about it before it is believed to be the same one elsewhere. */
const MOVED_AT_LEAST = 12;
const CONTEXT = 200;

/**
 * Follows ranges from a text to the text after `changes`. Uncoded edits touch nothing: what is typed at the edge of a
 * range lies outside it, what is typed within it belongs to it, and what takes the place of its words is its words now.
 */
export class Anchors {
  readonly #before: string;
  readonly #changes: readonly Placed[];
  readonly after: string;

  constructor(before: string, changes: readonly TextChange[]) {
    this.#before = before;
    this.after = applyChanges(before, changes);
    this.#changes = placed(changes.flatMap((change) => refined(before, change)));
  }

  /** From a text to another one, when nobody knows how the one became the other. */
  static between(before: string, after: string): Anchors {
    return new Anchors(before, before === after ? [] : [{ start: 0, end: before.length, text: after }]);
  }

  follow(range: TextRange): Anchored {
    const touched = this.#touching(range);
    if (touched.length === 0) {
      const start = this.positionAfter(range.start);
      return this.#settled(range, { start, end: start + range.end - range.start });
    }
    const verbatim = touched.every(({ guessed }) => guessed) ? this.#verbatimNear(range, touched) : null;
    if (verbatim !== null) return this.#settled(range, verbatim);
    const place = this.#placeOf(range, touched);
    if (place === null) {
      const moved = this.#movedTo(range);
      return moved === null ? { outcome: 'lost', ...range } : this.#settled(range, moved);
    }
    return this.#settled(range, place);
  }

  /** Where a position of the old text is now: after what was put there; within something replaced, after that. */
  positionAfter(position: number): number {
    const change = this.#changes[this.#countUntil(position) - 1];
    if (change === undefined) return position;
    return position < change.end ? change.newEnd : change.newEnd + position - change.end;
  }

  /** Where a position of the old text is now, before what was put there. */
  positionBefore(position: number): number {
    let index = this.#countUntil(position) - 1;
    while (
      index >= 0 &&
      (this.#changes[index]?.end ?? 0) >= position &&
      (this.#changes[index]?.start ?? 0) === position
    )
      index -= 1;
    const change = this.#changes[index];
    if (change === undefined) return position;
    return position < change.end ? change.newStart : change.newEnd + position - change.end;
  }

  /** Whether anything in this range of the new text, or at its edges, was edited. */
  isEdited({ start, end }: TextRange): boolean {
    return this.#changes.some(({ newStart, newEnd }) => newStart <= end && newEnd >= start);
  }

  /** How many changes begin at or before the position. */
  #countUntil(position: number): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #touching({ start, end }: TextRange): readonly Placed[] {
    const touched: Placed[] = [];
    for (let index = this.#countUntil(end) - 1; index >= 0; index -= 1) {
      const change = this.#changes[index];
      if (change === undefined || change.end <= start) break;
      if (change.start < end) touched.unshift(change);
    }
    return touched;
  }

  /** What stands in the place of a range that was touched; null when all of its words are gone. */
  #placeOf({ start, end }: TextRange, touched: readonly Placed[]): TextRange | null {
    const first = touched[0];
    const last = touched.at(-1);
    if (first === undefined || last === undefined) return null;
    const newStart = first.start < start ? first.newEnd : first.newStart - (first.start - start);
    const newEnd = last.end > end ? last.newStart : last.newEnd + (end - last.end);
    if (newStart >= newEnd) return null;
    // Where none of its words stayed, the line that was typed over it is its text; the lines after that are new.
    const isTypedOver = !hasWords(this.#staying({ start, end }, touched));
    const isOneLine = !this.#before.slice(start, end).includes('\n');
    const lineEnd = isTypedOver && isOneLine ? this.after.indexOf('\n', newStart) : -1;
    const place = trimmedRange(this.after, {
      start: newStart,
      end: lineEnd === -1 ? newEnd : Math.min(lineEnd, newEnd),
    });
    return hasWords(this.after.slice(place.start, place.end)) ? place : null;
  }

  /** What of a range no change touches. */
  #staying({ start, end }: TextRange, touched: readonly Placed[]): string {
    let [cursor, words] = [start, ''];
    for (const change of touched) {
      words += this.#before.slice(cursor, Math.max(cursor, change.start));
      cursor = Math.max(cursor, change.end);
    }
    return words + this.#before.slice(cursor, Math.max(cursor, end));
  }

  /** The words of the range, unchanged, within what its surroundings became. */
  #verbatimNear({ start, end }: TextRange, touched: readonly Placed[]): TextRange | null {
    const words = this.#before.slice(start, end);
    const first = touched[0];
    const last = touched.at(-1);
    if (first === undefined || last === undefined) return null;
    const from = Math.min(first.newStart, first.newStart - (first.start - start));
    const to = Math.max(last.newEnd, last.newEnd + (end - last.end));
    return this.#bestPlace({ start, end }, occurrences(this.after, words, Math.max(0, from), to), 0);
  }

  /** Where a passage that was cut out was put in again. */
  #movedTo(range: TextRange): TextRange | null {
    const words = this.#before.slice(range.start, range.end);
    if (!hasWords(words)) return null;
    const places = this.#changes.flatMap(({ newStart, newEnd }) =>
      occurrences(this.after, words, newStart, newEnd),
    );
    return this.#bestPlace(range, places, MOVED_AT_LEAST);
  }

  /** The place with the most of the old surroundings; null when two are as good as each other. */
  #bestPlace({ start, end }: TextRange, places: readonly number[], atLeast: number): TextRange | null {
    const length = end - start;
    const scored = places
      .map((at) => ({ at, score: this.#sharedContext({ start, end }, at) }))
      .toSorted((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (best === undefined || best.score === second?.score || best.score + length < atLeast) return null;
    return { start: best.at, end: best.at + length };
  }

  #sharedContext({ start, end }: TextRange, at: number): number {
    let left = 0;
    while (
      left < CONTEXT &&
      left < Math.min(start, at) &&
      this.#before.charCodeAt(start - 1 - left) === this.after.charCodeAt(at - 1 - left)
    ) {
      left += 1;
    }
    let right = 0;
    const newEnd = at + end - start;
    const most = Math.min(CONTEXT, this.#before.length - end, this.after.length - newEnd);
    while (right < most && this.#before.charCodeAt(end + right) === this.after.charCodeAt(newEnd + right)) {
      right += 1;
    }
    return left + right;
  }

  #settled(range: TextRange, place: TextRange): Anchored {
    const whole = snapOutwards(this.after, place);
    const same = this.after.slice(whole.start, whole.end) === this.#before.slice(range.start, range.end);
    return { outcome: same ? 'kept' : 'changed', ...whole };
  }
}

/** A large change may hold much that stayed the same: somebody pasted a corrected paragraph over the old one. */
function refined(before: string, change: TextChange): readonly (TextChange & { guessed: boolean })[] {
  const core = trimmedChange(before, change);
  if (core === null) return [];
  const old = before.slice(core.start, core.end);
  if (!/\s/.test(old.trim()) || !/\s/.test(core.text.trim())) return [{ ...core, guessed: false }];
  return changesBetween(old, core.text).map(({ start, end, text }) => ({
    start: core.start + start,
    end: core.start + end,
    text,
    guessed: true,
  }));
}

function placed(changes: readonly (TextChange & { guessed: boolean })[]): readonly Placed[] {
  let moved = 0;
  return changes.map((change) => {
    const newStart = change.start + moved;
    const newEnd = newStart + change.text.length;
    moved += change.text.length - (change.end - change.start);
    return { ...change, newStart, newEnd };
  });
}

function occurrences(text: string, words: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(words, from);
    at !== -1 && at + words.length <= to;
    at = text.indexOf(words, at + 1)
  )
    found.push(at);
  return found;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Without the white space at its ends; a space that carries a combining mark stays. */
function trimmedRange(text: string, { start, end }: TextRange): TextRange {
  const slice = text.slice(start, end);
  const from = start + (/^\s*(?![\p{M}\u200d])/u.exec(slice)?.[0].length ?? 0);
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}
