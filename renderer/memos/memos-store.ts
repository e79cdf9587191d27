import { create } from 'zustand';
import type { MemoId } from '#shared/ids.ts';
import type { TargetKind } from '#shared/memos/linked-things.ts';
import type { MemoClass } from '#shared/memos/memos-contract.ts';
import type { MemoOrder } from './memo-order.ts';

interface MemosState {
  readonly text: string;
  readonly class: MemoClass | null;
  readonly about: TargetKind | 'study' | 'removed' | null;
  readonly order: MemoOrder;
  /** What the list shows now, in its order: what an export takes. */
  readonly shown: readonly MemoId[];
  /** The memo that was only just made: its text takes the focus. */
  readonly made: MemoId | null;
}

const START: MemosState = { text: '', class: null, about: null, order: 'changed', shown: [], made: null };

/** What the Memos screen shows. */
export const useMemos = create<MemosState>(() => START);

export function showAllMemos(): void {
  useMemos.setState({ text: '', class: null, about: null });
}

export function isNarrowed({ text, class: memoClass, about }: MemosState): boolean {
  return text !== '' || memoClass !== null || about !== null;
}
