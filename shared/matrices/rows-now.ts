import type { RowKey } from './row-keys.ts';

/** Things by row, with those of some rows taken from now. */
export function withRows<Item extends { readonly rowKey: RowKey }>(
  before: readonly Item[],
  rowKeys: readonly RowKey[],
  now: readonly Item[],
): readonly Item[] {
  if (rowKeys.length === 0) return before;
  const replaced = new Set(rowKeys);
  return [...before.filter(({ rowKey }) => !replaced.has(rowKey)), ...now];
}
