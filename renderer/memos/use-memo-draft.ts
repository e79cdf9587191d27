import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { MemoId } from '#shared/ids.ts';
import type { Memo } from '#shared/memos/memos-contract.ts';
import { useLive } from '../api/use-live.ts';
import { MemoDraft, type MemoChange } from './memo-draft.ts';

/** A memo may be about and link to rows of all of these, whose names it shows. */
export const TABLES_OF_MEMOS = [
  'memo',
  'participant',
  'transcript',
  'code',
  'coding',
  'matrix_cell',
  'matrix_column',
  'coder',
];

interface OpenMemo {
  /** What is stored, as of the last time when nothing was being written; undefined until it is there. */
  readonly memo: Memo | undefined;
  readonly error: AppError | null;
  edit(change: MemoChange): void;
  flush(): void;
}

/** One memo to read and write. What is written saves itself, also when the memo or the window goes away. */
export function useMemoDraft(id: MemoId): OpenMemo {
  const [draft] = useState(() => new MemoDraft(id));
  const { value, error, reload } = useLive(() => draft.read(), TABLES_OF_MEMOS, [draft]);
  useEffect(() => draft.onStored(reload), [draft, reload]);
  useEffect(() => {
    const flush = (): void => draft.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [draft]);
  const edit = useCallback((change: MemoChange) => draft.edit(change), [draft]);
  const flush = useCallback(() => draft.flush(), [draft]);
  return { memo: value, error, edit, flush };
}
