import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { sentenceOf } from '../ui/toasts-store.ts';
import type { DraftKeeper } from './code-drafts.ts';

interface SavedText {
  readonly value: string;
  /** Why the text could not be saved; it stays in the field until it can. */
  readonly errorMessage: string | undefined;
  onChange(text: string): void;
  onFocus(): void;
  onBlur(): void;
  /** Escape takes back what was typed since it was last saved. */
  onKeyDown(event: KeyboardEvent): void;
}

interface Draft {
  /** The stored value that was typed over: when that changes elsewhere, an abandoned draft gives way to it. */
  readonly base: string;
  readonly text: string;
}

/**
 * The props of a text field that saves itself when it is left, so that one edit is one step of undo; until then the keeper
 * has what was typed. Until the core has stored it, the field holds what was typed; afterwards it follows the stored value.
 */
export function useSavedText(
  stored: string,
  save: (text: string) => Promise<void>,
  keeper: DraftKeeper,
): SavedText {
  const [draft, setDraft] = useState<Draft | null>(null);
  // Escape drops the draft and leaves the field in one go: what follows must see that at once.
  const latestDraft = useRef<Draft | null>(null);
  const [isFocused, setFocused] = useState(false);
  const [problem, setProblem] = useState<string>();
  const current = draft !== null && (isFocused || draft.base === stored) ? draft : null;

  const hold = (next: Draft | null): void => {
    latestDraft.current = next;
    setDraft(next);
  };
  const commit = (): void => {
    const text = latestDraft.current?.text ?? stored;
    if (text === stored) {
      setProblem(undefined);
      keeper.drop();
      return;
    }
    save(text).then(
      () => {
        setProblem(undefined);
        keeper.drop();
        // The core keeps a name without the spaces around it; when that is all, nothing changes that could be followed.
        if (text.trim() === stored) hold(null);
      },
      (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      },
    );
  };
  const latestCommit = useRef(commit);
  useEffect(() => {
    latestCommit.current = commit;
  });
  // Another code, another screen: what was typed still goes to the code that it was typed for.
  useEffect(() => () => latestCommit.current(), []);

  return {
    value: current?.text ?? stored,
    errorMessage: problem,
    onChange(text) {
      hold({ base: stored, text });
      keeper.keep(text);
    },
    onFocus: () => setFocused(true),
    onBlur() {
      setFocused(false);
      if (current === null) hold(null);
      else if (latestDraft.current !== null) hold({ ...latestDraft.current, base: stored });
      commit();
    },
    onKeyDown(event) {
      if (event.key !== 'Escape' || current === null) return;
      hold(null);
      keeper.drop();
      setProblem(undefined);
    },
  };
}
