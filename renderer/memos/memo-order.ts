import { describeAbout } from '#shared/memos/linked-things.ts';
import type { MemoListItem } from '#shared/memos/memos-contract.ts';

export const memoOrders = [
  { value: 'changed', label: 'Changed' },
  { value: 'created', label: 'Newest' },
  { value: 'title', label: 'Title' },
  { value: 'about', label: 'About' },
] as const;
export type MemoOrder = (typeof memoOrders)[number]['value'];

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The core lists the last changed first; that stays the order within what is equal. */
export function ordered(memos: readonly MemoListItem[], order: MemoOrder): readonly MemoListItem[] {
  switch (order) {
    case 'changed':
      return memos;
    case 'created':
      return memos.toSorted((a, b) =>
        a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : b.id - a.id,
      );
    case 'title':
      return memos.toSorted((a, b) => collator.compare(a.heading, b.heading));
    case 'about':
      return memos.toSorted((a, b) => collator.compare(describeAbout(a.about), describeAbout(b.about)));
  }
}
