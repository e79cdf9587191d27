import { create } from 'zustand';
import type { ContextSize } from '#shared/retrieval/fragment-context.ts';
import {
  emptyQuery,
  type FragmentQuery,
  type Grouping,
  type SavedDefinition,
} from '#shared/retrieval/fragment-query.ts';
import type { SavedQuery } from '#shared/retrieval/retrieval-contract.ts';
import type { SavedQueryId } from '#shared/ids.ts';

export type RetrievalDialog =
  | { readonly kind: 'save' }
  | { readonly kind: 'rename'; readonly saved: SavedQuery }
  | { readonly kind: 'export' };

/** The question that is being put together, and how its answer is shown. It stays while one looks at a fragment. */
interface RetrievalState {
  readonly query: FragmentQuery;
  readonly groupBy: Grouping;
  /** The second dimension of the counts. */
  readonly crossBy: Grouping;
  readonly view: 'fragments' | 'counts';
  readonly limit: number;
  /** The saved query that this one came from. */
  readonly savedId: SavedQueryId | null;
  readonly dialog: RetrievalDialog | null;
  /** Of the export that was made last. */
  readonly context: ContextSize;
}

export const PAGE = 200;
export const MOST_SHOWN = 2000;

export const emptyRetrieval: RetrievalState = {
  query: emptyQuery,
  groupBy: { by: 'case' },
  crossBy: { by: 'none' },
  view: 'fragments',
  limit: PAGE,
  savedId: null,
  dialog: null,
  context: { by: 'none' },
};

export const useRetrieval = create<RetrievalState>(() => emptyRetrieval);

export function changeQuery(change: Partial<FragmentQuery>): void {
  useRetrieval.setState(({ query }) => ({ query: { ...query, ...change }, limit: PAGE }));
}

/** The same list with one item changed, or (null) taken out. */
export function withItem<Item>(list: readonly Item[], index: number, item: Item | null): readonly Item[] {
  return item === null ? list.toSpliced(index, 1) : list.with(index, item);
}

/** What a thing of the question is called, for when it is gone. */
export function rememberName(what: 'code' | 'attribute' | 'coder', id: number, name: string): void {
  useRetrieval.setState(({ query }) => ({
    query: { ...query, names: { ...query.names, [`${what} ${id}`]: name } },
  }));
}

export function definitionNow(): SavedDefinition {
  const { query, groupBy, crossBy } = useRetrieval.getState();
  return { query, groupBy, crossBy };
}

export function showSaved({ id, definition }: SavedQuery): void {
  if (definition === null) return;
  const groupBy = definition.groupBy.by === 'none' ? emptyRetrieval.groupBy : definition.groupBy;
  const { query, crossBy } = definition;
  useRetrieval.setState({ query, groupBy, crossBy, savedId: id, limit: PAGE });
}

export function openDialog(dialog: RetrievalDialog): void {
  useRetrieval.setState({ dialog });
}

export function closeDialog(): void {
  useRetrieval.setState({ dialog: null });
}
