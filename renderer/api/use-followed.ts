import { useCallback, useEffect, useLayoutEffect, useState, type DependencyList } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { onChanged, onSession } from './changes.ts';
import { Follower, type Followed } from './follower.ts';
import { asAppError } from './use-live.ts';

interface State<Value> {
  readonly value: Value | undefined;
  readonly error: AppError | null;
}

/** Like `useLive`, for what is large: a change of a few rows is followed instead of loading everything again. */
export function useFollowed<Value>(
  followed: Followed<Value>,
  tables: readonly string[],
  deps: DependencyList,
): State<Value> {
  const [state, setState] = useState<State<Value>>({ value: undefined, error: null });
  const [follower] = useState(
    () =>
      new Follower<Value>(
        followed,
        (value) => setState({ value, error: null }),
        (error) => setState(({ value }) => ({ value, error: asAppError(error) })),
      ),
  );
  useLayoutEffect(() => follower.ask(followed));

  const reload = useCallback(() => follower.reload(), [follower]);

  // The caller's deps say when the question itself is another one.
  useEffect(reload, [reload, ...deps]);

  const key = tables.join(' ');
  useEffect(() => {
    const watched = key.split(' ');
    const stopChanges = onChanged(watched, ({ rows }) =>
      follower.changed(rows === null ? null : rows.filter(({ table }) => watched.includes(table))),
    );
    const stopSession = onSession(reload);
    return () => {
      stopChanges();
      stopSession();
      follower.stop();
    };
  }, [key, follower, reload]);
  return state;
}
