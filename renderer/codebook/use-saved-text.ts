import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { sentenceOf } from '../ui/toasts-store.ts';

/** What is typed in a long text is on disk after this time, also when one goes on typing. */
const SAVE_AFTER_MS = 1000;

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
 * The props of a text field that saves itself: when it is left, and with `whileTyping` every second. Until the core
 * has stored it, the field holds what was typed; afterwards it follows the stored value.
 */
export function useSavedText(
  stored: string,
  save: (text: string) => Promise<void>,
  { whileTyping = false }: { readonly whileTyping?: boolean } = {},
): SavedText {
  const [draft, setDraft] = useState<Draft | null>(null);
  // Escape drops the draft and leaves the field in one go: what follows must see that at once.
  const latestDraft = useRef<Draft | null>(null);
  const [isFocused, setFocused] = useState(false);
  const [problem, setProblem] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = draft !== null && (isFocused || draft.base === stored) ? draft : null;

  const hold = (next: Draft | null): void => {
    latestDraft.current = next;
    setDraft(next);
  };
  const commit = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = latestDraft.current?.text ?? stored;
    if (text === stored) {
      setProblem(undefined);
      return;
    }
    save(text).then(
      () => {
        setProblem(undefined);
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
      if (whileTyping) timer.current ??= setTimeout(() => latestCommit.current(), SAVE_AFTER_MS);
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
      setProblem(undefined);
    },
  };
}
