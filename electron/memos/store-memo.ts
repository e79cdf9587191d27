import type { CoderId } from '#shared/ids.ts';
import type { MemoTarget } from '#shared/memos/linked-things.ts';
import { plainText } from '#shared/memos/plain-text.ts';
import { linkedUids, normalised, savedName, type RichText } from '#shared/memos/rich-text.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { hasSameMemo, insertLink, insertMemo, setTarget } from './memos-sql.ts';

export interface MemoToStore {
  /** Null makes a new one, unless the same words by the same author are on the same thing already. */
  readonly uid: string | null;
  readonly authorId: CoderId;
  readonly title: string;
  readonly body: RichText;
  readonly target: MemoTarget | null;
  readonly at: string;
}

/** Stores an analytic memo in bulk, for imports. Returns false when it is there already and nothing was stored. */
export function storeMemo(context: MutationContext, memo: MemoToStore): boolean {
  const { db } = context;
  const body = normalised(memo.body);
  const stored = {
    class: 'analytic' as const,
    comparison: null,
    title: memo.title,
    body: JSON.stringify(body),
    text: plainText(body, savedName),
  };
  if (memo.uid === null && hasSameMemo(db, memo.authorId, stored, memo.target)) return false;
  const id = insertMemo(db, memo.uid ?? context.newUid(), memo.authorId, stored, memo.at);
  if (memo.target !== null) setTarget(db, id, memo.target);
  for (const [uid, kind] of linkedUids(body)) insertLink(db, id, kind, uid);
  return true;
}
