import { useEffect } from 'react';
import { create } from 'zustand';
import type { Code, CodeCounts } from '#shared/codebook/codebook-contract.ts';
import { pathOf } from '#shared/codebook/code-tree.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import type { ChangedEvent } from '#shared/contract/events.ts';
import { api } from '../api/api.ts';
import { onChanged, onSession } from '../api/changes.ts';
import { hasProject } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import { restoreDrafts } from './code-drafts.ts';

interface CodebookState {
  /** In the order of the tree. */
  readonly codes: readonly Code[];
  readonly byId: ReadonlyMap<CodeId, Code>;
  /** Apart from the codes: every coding changes a count, and must not draw the codebook anew. */
  readonly counts: ReadonlyMap<CodeId, CodeCounts>;
  /** False until the core has answered for this project. */
  readonly loaded: boolean;
  /** Codes whose children are not shown; every tree shows the same. */
  readonly collapsed: ReadonlySet<CodeId>;
  /** The codes applied or chosen last, the latest first. */
  readonly recent: readonly CodeId[];
}

const EMPTY: CodebookState = {
  codes: [],
  byId: new Map(),
  counts: new Map(),
  loaded: false,
  collapsed: new Set(),
  recent: [],
};

const store = create<CodebookState>(() => EMPTY);

/** What a component shows of the codebook; it stays true for as long as the window lives. */
export function useCodebook<Part>(select: (state: CodebookState) => Part): Part {
  useEffect(follow, []);
  return store(select);
}

const NONE: CodeCounts = { codings: 0, ownCodings: 0 };

/** How often a code is used; for whoever shows just that. */
export function useCodeCounts(id: CodeId): CodeCounts {
  return useCodebook((state) => state.counts.get(id) ?? NONE);
}

export function codebookNow(): CodebookState {
  return store.getState();
}

const MOST_RECENT = 9;

/** A code that was just used stands at the top of the next picker. */
export function rememberCode(id: CodeId): void {
  store.setState(({ recent }) => ({
    recent: [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT),
  }));
}

export function setCollapsed(collapsed: ReadonlySet<CodeId>): void {
  store.setState({ collapsed });
}

/** “Costs › Time” */
export function pathName(byId: ReadonlyMap<CodeId, Code>, id: CodeId): string {
  return pathOf(byId, id)
    .map(({ name }) => name)
    .join(' › ');
}

/** “Costs”, for the code Time; empty for a code at the top. */
export function placeName(byId: ReadonlyMap<CodeId, Code>, id: CodeId): string {
  return pathOf(byId, id)
    .slice(0, -1)
    .map(({ name }) => name)
    .join(' › ');
}

/** Counts may lag by a moment, so that coding at full speed does not count the whole project after every key. */
const COUNTS_LAG_MS = 200;

/** More than this at once, and everything is counted. */
const MOST_COUNTED_AFTER = 200;

const CODEBOOK_TABLES = ['code', 'cue', 'code_example', 'code_link'];

let following = false;
let asked = 0;
let answered = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Codings that were made, changed or removed and are not counted yet; null when all must be. */
let uncounted: Set<CodingId> | null = new Set();

function follow(): void {
  if (following) return;
  following = true;
  const reload = (): void => void reloadCodebook().catch(reportError);
  onChanged([...CODEBOOK_TABLES, 'coding'], ({ tables, rows }) => {
    if (CODEBOOK_TABLES.some((table) => tables.includes(table))) reload();
    else countLater(rows);
  });
  onSession(() => {
    store.setState(EMPTY);
    reload();
    restore();
  });
  reload();
  restore();
}

function countLater(rows: ChangedEvent['rows']): void {
  if (rows === null) uncounted = null;
  // The rows of the table `coding` are codings; the event knows only numbers.
  else for (const { table, id } of rows) if (table === 'coding') uncounted?.add(id as CodingId);
  waiting ??= setTimeout(() => void countAgain().catch(reportError), COUNTS_LAG_MS);
}

/** Counts the codes that were touched, and no others. */
async function countAgain(): Promise<void> {
  const codingIds = uncounted === null ? [] : [...uncounted];
  if (codingIds.length === 0 || codingIds.length > MOST_COUNTED_AFTER) return reloadCodebook();
  waiting = undefined;
  uncounted = new Set();
  const turn = (asked += 1);
  const counted = await api.codebook.countsAfter({ codingIds });
  if (counted === null) return reloadCodebook();
  if (turn < answered) return;
  store.setState(({ counts }) => ({
    counts: new Map([...counts, ...counted.map(({ codeId, ...count }) => [codeId, count] as const)]),
  }));
}

function restore(): void {
  if (hasProject()) restoreDrafts().catch(reportError);
}

/** For whoever has just changed the codebook and goes on with what came of it. */
export async function reloadCodebook(): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  uncounted = new Set();
  const turn = (asked += 1);
  const codes = hasProject() ? await api.codebook.list({}) : [];
  if (turn < answered) return;
  answered = turn;
  store.setState({
    codes,
    byId: new Map(codes.map((code) => [code.id, code])),
    counts: new Map(codes.map(({ id, codings, ownCodings }) => [id, { codings, ownCodings }])),
    loaded: true,
  });
}
