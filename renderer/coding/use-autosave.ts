import { useCallback, useEffect, useRef, useState } from 'react';
import { reportError } from '../ui/toasts-store.ts';

const SAVE_AFTER_MS = 500;

/**
 * A field that saves itself: shortly after the last key, when it loses the focus, and when it or the window goes away.
 * What is typed wins over what is stored until it is saved; then the field follows what is stored.
 */
export function useAutosave(
  stored: string,
  save: (text: string) => Promise<void>,
): { readonly text: string; readonly type: (text: string) => void; readonly flush: () => void } {
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (text === null) return;
    waiting.current = null;
    latestSave.current(text).then(
      () => setTyped((current) => (current === text ? null : current)),
      (error: unknown) => {
        // Kept, so that leaving the field tries again.
        waiting.current ??= text;
        reportError(error);
      },
    );
  }, []);

  const type = (text: string): void => {
    setTyped(text);
    waiting.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, SAVE_AFTER_MS);
  };

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  return { text: typed ?? stored, type, flush };
}
