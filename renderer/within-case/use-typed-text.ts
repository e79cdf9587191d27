import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import { newTypingMark } from '../ui/typing-mark.ts';

const SAVE_AFTER_MS = 600;

interface TypedText {
  readonly value: string;
  readonly state: 'stored' | 'typing' | 'failed';
  onChange(text: string): void;
  onFocus(): void;
  onBlur(): void;
}

/**
 * A field that saves itself at every pause, when it is left, and when the page goes; one stay in it is one step of undo.
 * While somebody is in it the field shows what they type, to the space; left, it follows what is stored.
 */
export function useTypedText(
  stored: string,
  save: (text: string, typing: string) => Promise<void>,
): TypedText {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<TypedText['state']>('stored');
  const stay = useRef({ mark: '', waiting: null as string | null, inside: false, project: '' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const { waiting, mark } = stay.current;
    if (waiting === null) return;
    stay.current.waiting = null;
    // Torn away with its project: there is nothing left to write into.
    if (stay.current.project !== projectNow()) return;
    latestSave.current(waiting, mark).then(
      () => {
        if (stay.current.waiting !== null) return;
        setState('stored');
        if (!stay.current.inside) setTyped(null);
      },
      (error: unknown) => {
        // Kept, so that leaving the field tries again.
        stay.current.waiting ??= waiting;
        setState('failed');
        reportError(error);
      },
    );
  }, []);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  return {
    value: typed ?? stored,
    state,
    onChange(text) {
      if (stay.current.mark === '') stay.current.mark = newTypingMark();
      stay.current.waiting = text;
      stay.current.project = projectNow();
      setTyped(text);
      setState('typing');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_AFTER_MS);
    },
    onFocus() {
      stay.current.inside = true;
      stay.current.mark = newTypingMark();
    },
    onBlur() {
      stay.current.inside = false;
      if (stay.current.waiting === null) setTyped(null);
      else flush();
    },
  };
}

function projectNow(): string {
  return useSession.getState().project?.uid ?? '';
}
