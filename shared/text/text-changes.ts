import { isGraphemeBoundary } from './graphemes.ts';
import type { TextRange } from './text-range.ts';

/** A stretch of a text, and what stands in its place; empty where something was only added. */
export interface TextChange extends TextRange {
  readonly text: string;
}

/** The text with the changes made: they are in order and do not overlap, and count in the text before all of them. */
export function applyChanges(before: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let cursor = 0;
  for (const { start, end, text } of changes) {
    parts.push(before.slice(cursor, start), text);
    cursor = end;
  }
  return parts.join('') + before.slice(cursor);
}

/** Whether the changes are in order, apart, and within a text of this length. */
export function areChangesOf(length: number, changes: readonly TextChange[]): boolean {
  let cursor = 0;
  return changes.every(({ start, end }) => {
    const fits = start >= cursor && end >= start && end <= length;
    cursor = end;
    return fits;
  });
}

/**
 * One more edit, made in the text as the changes left it. Edits that touch each other become one change, so that a word
 * that is deleted and typed anew is a word replaced.
 */
export function withEdit(changes: readonly TextChange[], edit: TextChange): readonly TextChange[] {
  const before: TextChange[] = [];
  const after: TextChange[] = [];
  let { start, end, text } = edit;
  let moved = 0;
  let movedBefore = 0;
  let first: number | null = null;
  let last: { readonly change: TextChange; readonly newStart: number } | null = null;
  for (const change of changes) {
    const newStart = change.start + moved;
    const newEnd = newStart + change.text.length;
    if (newStart > edit.end) {
      after.push(change);
      continue;
    }
    moved += change.text.length - (change.end - change.start);
    if (newEnd < edit.start) {
      before.push(change);
      movedBefore = moved;
      continue;
    }
    if (first === null) {
      first = newStart;
      if (newStart <= edit.start) text = change.text.slice(0, edit.start - newStart) + text;
      start = newStart <= edit.start ? change.start : edit.start - movedBefore;
    }
    last = { change, newStart };
  }
  if (first === null) start = edit.start - movedBefore;
  if (last === null) end = edit.end - movedBefore;
  else {
    const { change, newStart } = last;
    const inside = edit.end <= newStart + change.text.length;
    end = inside ? change.end : edit.end - moved;
    if (inside) text += change.text.slice(edit.end - newStart);
  }
  return [...before, { start, end, text }, ...after];
}

/**
 * The one edit that made `after` of `before`. Where the texts alone leave open which of two equal passages it was, the
 * caret says it: `selected` is what was selected before, `caret` where the caret stands now.
 */
export function editBetween(
  before: string,
  after: string,
  { selected, caret }: { readonly selected: TextRange; readonly caret: number },
): TextChange | null {
  if (before === after) return null;
  const longer = after.length - before.length;
  const guesses: TextRange[] = [
    selected,
    { start: Math.min(selected.start, caret), end: selected.end },
    // Deleted after the caret, or before it.
    { start: caret, end: caret - longer },
  ];
  for (const { start, end } of guesses) {
    const newEnd = end + longer;
    if (start < 0 || end < start || newEnd < start || end > before.length) continue;
    if (before.slice(0, start) === after.slice(0, start) && before.slice(end) === after.slice(newEnd)) {
      return { start, end, text: after.slice(start, newEnd) };
    }
  }
  return trimmedChange(before, { start: 0, end: before.length, text: after });
}

/** Without what is the same at both of its ends; null when nothing is left. No grapheme is cut, in neither text. */
export function trimmedChange(before: string, { start, end, text }: TextChange): TextChange | null {
  const most = Math.min(end - start, text.length);
  let head = 0;
  while (head < most && before.charCodeAt(start + head) === text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (head === end - start && head === text.length) return null;
  while (head > 0 && !(isGraphemeBoundary(before, start + head) && isGraphemeBoundary(text, head))) head -= 1;
  while (
    tail > 0 &&
    !(isGraphemeBoundary(before, end - tail) && isGraphemeBoundary(text, text.length - tail))
  ) {
    tail -= 1;
  }
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}
