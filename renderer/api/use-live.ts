import { useCallback, useEffect, useLayoutEffect, useRef, useState, type DependencyList } from 'react';
import { AppError } from '#shared/contract/errors.ts';
import { onChanged, onSession } from './changes.ts';

export interface Live<Value> {
  /** Undefined until the first answer; afterwards the latest one, also while a newer one is on its way. */
  readonly value: Value | undefined;
  readonly error: AppError | null;
  reload(): void;
}

/**
 * Loads something from the core and keeps it true: loads again when `deps` change and after every change that touches
 * one of `tables`. Answers that arrive out of order are ignored.
 */
export function useLive<Value>(
  load: () => Promise<Value>,
  tables: readonly string[],
  deps: DependencyList,
): Live<Value> {
  const [state, setState] = useState<{ value: Value | undefined; error: AppError | null }>({
    value: undefined,
    error: null,
  });
  const asked = useRef(0);
  const latestLoad = useRef(load);
  useLayoutEffect(() => {
    latestLoad.current = load;
  });

  const reload = useCallback(() => {
    const turn = (asked.current += 1);
    latestLoad.current().then(
      (value) => {
        if (turn === asked.current) setState({ value, error: null });
      },
      (error: unknown) => {
        if (turn === asked.current) setState(({ value }) => ({ value, error: asAppError(error) }));
      },
    );
  }, []);

  // The caller's deps say when the question itself is another one.
  useEffect(reload, [reload, ...deps]);

  const key = tables.join(' ');
  useEffect(() => {
    const stopChanges = onChanged(key.split(' '), reload);
    const stopSession = onSession(reload);
    return () => {
      stopChanges();
      stopSession();
    };
  }, [key, reload]);

  return { ...state, reload };
}

export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(
    'internal',
    { message: error instanceof Error ? error.message : String(error) },
    { cause: error },
  );
}
