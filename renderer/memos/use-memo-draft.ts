import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { MemoId } from '#shared/ids.ts';
import type { Memo } from '#shared/memos/memos-contract.ts';
import { useLive } from '../api/use-live.ts';
import { MemoDraft } from './memo-draft.ts';

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
  readonly draft: MemoDraft;
  /** Undefined until it is there. */
  readonly memo: Memo | undefined;
  readonly error: AppError | null;
}

/** One memo to read and write. What is written saves itself, also when the memo or the window goes away. */
export function useMemoDraft(id: MemoId): OpenMemo {
  const [draft] = useState(() => new MemoDraft(id));
  const { error } = useLive(() => draft.read(), TABLES_OF_MEMOS, [draft]);
  const memo = useSyncExternalStore(draft.subscribe, draft.memo);
  useEffect(() => {
    window.addEventListener('pagehide', draft.flush);
    document.addEventListener('visibilitychange', draft.flush);
    return () => {
      window.removeEventListener('pagehide', draft.flush);
      document.removeEventListener('visibilitychange', draft.flush);
      draft.flush();
    };
  }, [draft]);
  return { draft, memo, error };
}
