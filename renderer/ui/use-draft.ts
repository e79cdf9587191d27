import { useState } from 'react';

/**
 * What a person is typing over a stored value. When the stored value itself changes (saved, undone, changed elsewhere),
 * the draft follows it.
 */
export function useDraft(stored: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ stored, text: stored });
  const isOutdated = draft.stored !== stored;
  const current = isOutdated ? { stored, text: stored } : draft;
  // Dropped, not passed over: when the old value comes back by undo, so must not what was typed over it.
  if (isOutdated) setDraft(current);
  return [current.text, (text) => setDraft({ stored, text })];
}
