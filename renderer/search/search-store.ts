import { create } from 'zustand';
import { searchFields, type CodingUnit, type SearchField } from '#shared/search/search-contract.ts';

/** What is searched for. It stays while one looks at a hit and comes back. */
interface SearchState {
  readonly text: string;
  readonly fields: ReadonlySet<SearchField>;
  /** Hits of each field that are asked for. */
  readonly limit: number;
  /** The hits chosen for coding, by their place. */
  readonly ticked: ReadonlySet<string>;
  /** What is coded for a hit. */
  readonly unit: CodingUnit;
  /** The place of the hit that was gone to: coming back, it has the focus. */
  readonly left: string | null;
  /** Counts up whenever somebody asks to type here. */
  readonly asked: number;
}

export const FIRST_LIMIT = 100;
export const MOST_HITS = 5000;

export const emptySearch: SearchState = {
  text: '',
  fields: new Set(searchFields),
  limit: FIRST_LIMIT,
  ticked: new Set(),
  unit: 'sentence',
  left: null,
  asked: 0,
};

export const useSearch = create<SearchState>(() => emptySearch);

/** Another question: what was ticked among the hits of the one before means nothing now. */
export function ask(question: Partial<Pick<SearchState, 'text' | 'fields'>>): void {
  useSearch.setState({ ...question, limit: FIRST_LIMIT, ticked: new Set(), left: null });
}

export function setTicked(keys: readonly string[], isTicked: boolean): void {
  useSearch.setState(({ ticked }) => {
    const next = new Set(ticked);
    for (const key of keys) {
      if (isTicked) next.add(key);
      else next.delete(key);
    }
    return { ticked: next };
  });
}
