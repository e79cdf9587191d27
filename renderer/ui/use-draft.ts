import { useState } from 'react';

/**
 * What a person is typing over a stored value. When the stored value itself changes (saved, undone, changed elsewhere),
 * the draft follows it.
 */
export function useDraft(stored: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ stored, text: stored });
  const current = draft.stored === stored ? draft : { stored, text: stored };
  return [current.text, (text) => setDraft({ stored, text })];
}
