import { diffMain } from 'diff-match-patch-es';
import { trimmedChange, type TextChange } from './text-changes.ts';

/** What is compared: words, and every other sign by itself. Never a part of a word, so that no letter is found by chance. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\n|[^\p{L}\p{N}\p{M}\n]/gu;

const SECONDS = 8;

/** Signs for the tokens: all code units but the halves of surrogate pairs and the first two. */
const FIRST_SIGN = 3;
const LAST_SIGN = 0xd7ff;
const ONLY_BEFORE = '\u0001';
const ONLY_AFTER = '\u0002';

/**
 * The changes that make `after` of `before`, word by word. For texts that come from outside (a corrected file): for what
 * was typed here, the edits themselves are known.
 */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  const core = trimmedChange(before, { start: 0, end: before.length, text: after });
  if (core === null) return [];
  const whole = widenToWords(before, after, core);
  const old = tokensOf(before.slice(whole.start, whole.end));
  const next = tokensOf(whole.text);
  const signs = signsFor(old, next);
  const diffs = diffMain(
    old.map((token) => signs.get(token) ?? ONLY_BEFORE).join(''),
    next.map((token) => signs.get(token) ?? ONLY_AFTER).join(''),
    { diffTimeout: SECONDS },
    false,
  );
  const changes: TextChange[] = [];
  let [oldToken, newToken, position] = [0, 0, whole.start];
  let open: { start: number; text: string } | null = null;
  const close = (): void => {
    if (open === null) return;
    const change = wordChange(before, { ...open, end: position });
    if (change !== null) changes.push(change);
    open = null;
  };
  for (const [operation, signsOf] of diffs) {
    const { length } = signsOf;
    if (operation === 0) close();
    else open ??= { start: position, text: '' };
    if (operation <= 0) {
      for (const token of old.slice(oldToken, oldToken + length)) position += token.length;
      oldToken += length;
    }
    if (operation === 1 && open !== null) {
      open.text += next.slice(newToken, newToken + length).join('');
    }
    if (operation >= 0) newToken += length;
  }
  close();
  return changes;
}

/** A word that became longer or lost its ending keeps its stem; letters that two words share by chance say nothing. */
function wordChange(before: string, change: TextChange): TextChange | null {
  const trimmed = trimmedChange(before, change);
  if (trimmed === null) return null;
  const shorter = Math.min(change.end - change.start, change.text.length);
  const shared = change.text.length - trimmed.text.length;
  return shared * 2 > shorter ? trimmed : change;
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** Trimmed by letters, a change may begin within a word; words are compared as wholes. */
function widenToWords(before: string, after: string, change: TextChange): TextChange {
  const isWord = (text: string, at: number): boolean =>
    /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(text.charAt(at));
  let { start, end } = change;
  while (start > 0 && isWord(before, start - 1)) start -= 1;
  while (end < before.length && isWord(before, end)) end += 1;
  const newEnd = after.length - (before.length - end);
  return { start, end, text: after.slice(start, newEnd) };
}

/** Only tokens of both texts can be the same: only they need a sign of their own. */
function signsFor(old: readonly string[], next: readonly string[]): ReadonlyMap<string, string> {
  const inNext = new Set(next);
  const signs = new Map<string, string>();
  let sign = FIRST_SIGN;
  for (const token of old) {
    if (sign > LAST_SIGN) break;
    if (signs.has(token) || !inNext.has(token)) continue;
    signs.set(token, String.fromCharCode(sign));
    sign += 1;
  }
  return signs;
}
