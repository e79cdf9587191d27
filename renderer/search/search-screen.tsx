import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchGroup } from '#shared/search/search-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { onSession } from '../api/changes.ts';
import { Screen } from '../ui/screen.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CodeHitsBar, type CodeHitsHandle } from './code-hits-bar.tsx';
import { SearchBar } from './search-bar.tsx';
import { searchLines } from './search-lines.ts';
import { SearchResults, type SearchResultsHandle } from './search-results.tsx';
import { emptySearch, MOST_HITS, useSearch } from './search-store.ts';
import './search.css';

/** Everything that can be a hit, and the names it is shown under. */
const TABLES = [
  'transcript',
  'transcript_version',
  'participant',
  'coding',
  'memo',
  'code',
  'cue',
  'matrix',
  'matrix_column',
  'matrix_cell',
];

export function SearchScreen() {
  const groups = useGroups();
  const lines = useMemo(() => searchLines(groups ?? []), [groups]);
  const results = useRef<SearchResultsHandle>(null);
  const codeBar = useRef<CodeHitsHandle>(null);
  const screen = useRef<HTMLDivElement>(null);
  const left = useSearch((state) => state.left);
  const cameBack = useRef(left !== null);
  useEffect(() => onSession(() => useSearch.setState(emptySearch)), []);
  useEffect(() => {
    if (!cameBack.current || lines.length === 0) return;
    cameBack.current = false;
    results.current?.focus();
  }, [lines]);
  const toField = (): void => screen.current?.querySelector('input')?.focus();

  return (
    <Screen title="Search" note={groups === undefined ? undefined : noteOf(groups)}>
      <div className="search-screen" ref={screen}>
        <SearchBar onDown={() => results.current?.focus()} onEnter={() => results.current?.openFirst()} />
        {lines.length === 0 ? (
          <NoHits asked={groups !== undefined} />
        ) : (
          <SearchResults
            ref={results}
            lines={lines}
            onLeave={toField}
            onCode={() => codeBar.current?.pick()}
            onEnd={() => showMore(groups ?? [])}
          />
        )}
        <p className="visually-hidden" role="status">
          {groups !== undefined && noteOf(groups)}
        </p>
        <CodeHitsBar ref={codeBar} lines={lines} onDone={() => results.current?.focus()} />
      </div>
    </Screen>
  );
}

/** The answer to what was typed, a moment after the typing rests; undefined while nothing is asked. */
function useGroups(): readonly SearchGroup[] | undefined {
  const { text, fields, limit } = useSearch();
  const settled = useSettled(text.trim());
  const where = [...fields];
  const asks = settled !== '' && where.length > 0;
  const { value } = useLive(
    () => (asks ? api.search.find({ text: settled, fields: where, limit }) : Promise.resolve(undefined)),
    TABLES,
    [settled, where.join(' '), limit],
  );
  return asks ? value : undefined;
}

const TYPING_PAUSE_MS = 120;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function showMore(groups: readonly SearchGroup[]): void {
  const { limit } = useSearch.getState();
  const isCut = groups.some(({ hits, total, more }) => hits.length >= limit && (more || total > hits.length));
  if (isCut && limit < MOST_HITS) useSearch.setState({ limit: Math.min(MOST_HITS, limit * 4) });
}

function noteOf(groups: readonly SearchGroup[]): string {
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const more = groups.some((group) => group.more);
  if (total === 0) return 'Nothing found';
  return `${more ? 'More than ' : ''}${total.toLocaleString('en-GB')} ${total === 1 && !more ? 'hit' : 'hits'}`;
}

function NoHits({ asked }: { readonly asked: boolean }) {
  return (
    <EmptyState
      title={asked ? 'Nothing like that was found' : 'Search in everything that was said and written'}
    >
      {asked
        ? 'Try fewer words, the beginning of a word with a star, or look in more places.'
        : 'Results come as you type. Capitals and accents make no difference.'}
      <span className="search-help">
        <kbd>shared work</kbd> <span>the words next to each other, in this order</span>
        <kbd>work*</kbd> <span>every word that begins with “work”</span>
        <kbd>time NEAR/5 work*</kbd>{' '}
        <span>both, in any order, with at most five words between them (NEAR alone: ten)</span>
        <kbd>“near”</kbd> <span>in quotation marks, NEAR is a word like others</span>
      </span>
    </EmptyState>
  );
}
