import { useState } from 'react';
import type { SessionDifference } from '#shared/comparison/comparison-contract.ts';
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart } from '#shared/text/words.ts';
import { trimRange } from '#shared/text/text-range.ts';
import type { NewSpan } from './settle-actions.ts';

export interface NewSpanEditing {
  readonly span: NewSpan | null;
  begin(): void;
  cancel(): void;
  /** A stretch of the text that was selected with the mouse. */
  select(start: number, end: number): void;
  /** Whether the key meant something while a span is being made. */
  key(key: string): boolean;
}

/** A span of its own in place of what the coders gave: from the whole of it, moved by words or selected with the mouse. */
export function useNewSpan(difference: SessionDifference, text: string): NewSpanEditing {
  const [made, setMade] = useState<{ readonly of: string; readonly span: NewSpan } | null>(null);
  // Another difference is another span.
  const span = made?.of === difference.key ? made.span : null;
  const setSpan = (next: NewSpan | null): void =>
    setMade(next === null ? null : { of: difference.key, span: next });
  const [codeUid = ''] = difference.codeUids;
  const whole = { start: 0, end: text.length };
  const move = (change: Partial<NewSpan>): void => {
    if (span === null) return;
    const moved = { ...span, ...change };
    if (moved.end > moved.start) setSpan(moved);
  };
  const edges: Readonly<Record<string, (now: NewSpan) => Partial<NewSpan>>> = {
    ']': ({ end }) => ({ end: nextWordEnd(text, whole, end) }),
    '[': ({ end }) => ({ end: previousWordEnd(text, whole, end) }),
    '}': ({ start }) => ({ start: nextWordStart(text, whole, start) }),
    '{': ({ start }) => ({ start: previousWordStart(text, whole, start) }),
    c: (now) => {
      const index = difference.codeUids.indexOf(now.codeUid);
      return { codeUid: difference.codeUids[(index + 1) % difference.codeUids.length] ?? now.codeUid };
    },
  };
  return {
    span,
    begin: () => setSpan({ start: difference.start, end: difference.end, codeUid }),
    cancel: () => setSpan(null),
    select(start, end) {
      const trimmed = trimRange(text, { start, end });
      if (trimmed.end > trimmed.start) setSpan({ ...trimmed, codeUid: span?.codeUid ?? codeUid });
    },
    key(key) {
      const edge = edges[key];
      if (span === null || edge === undefined) return false;
      move(edge(span));
      return true;
    },
  };
}
