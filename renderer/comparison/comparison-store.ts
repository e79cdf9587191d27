import { create } from 'zustand';
import type { Banding } from '#shared/agreement/bands.ts';
import type { DifferenceKind } from '#shared/comparison/differences.ts';
import type { SessionId, TranscriptId } from '#shared/ids.ts';

export type ComparisonView = 'differences' | 'agreement' | 'confusion' | 'rounds';
export type DifferenceState = 'all' | 'open' | 'settled' | 'unresolved';
export type ComparisonDialog = 'new session' | 'report' | 'codebook change' | 'remove';

export interface DifferenceFilter {
  readonly codeUid: string | null;
  /** Differences in which the one code stands against the other. */
  readonly otherUid: string | null;
  readonly kind: DifferenceKind | null;
  /** Place of a coder who gave something. */
  readonly coder: number | null;
  readonly transcriptId: TranscriptId | null;
  readonly state: DifferenceState;
}

interface ComparisonState {
  readonly sessionId: SessionId | null;
  readonly view: ComparisonView;
  readonly filter: DifferenceFilter;
  readonly selected: string | null;
  readonly dialog: ComparisonDialog | null;
  /** One difference at a time, large, for two people at one screen. */
  readonly together: boolean;
  /** Names for ranges of a coefficient, for who asks for them. */
  readonly banding: Banding;
  /** Place of who proposes what is settled next. */
  readonly proposedBy: number | null;
}

export const noFilter: DifferenceFilter = {
  codeUid: null,
  otherUid: null,
  kind: null,
  coder: null,
  transcriptId: null,
  state: 'all',
};

export const emptyComparison: ComparisonState = {
  sessionId: null,
  view: 'differences',
  filter: noFilter,
  selected: null,
  dialog: null,
  together: false,
  banding: 'none',
  proposedBy: null,
};

export const useComparison = create<ComparisonState>(() => emptyComparison);

export function showSession(sessionId: SessionId | null): void {
  useComparison.setState({ sessionId, filter: noFilter, selected: null, together: false, proposedBy: null });
}

export function filterBy(change: Partial<DifferenceFilter>): void {
  useComparison.setState(({ filter }) => ({ filter: { ...filter, ...change }, selected: null }));
}

/** Leads from a table to the passages. */
export function showDifferences(change: Partial<DifferenceFilter>): void {
  useComparison.setState({ view: 'differences', filter: { ...noFilter, ...change }, selected: null });
}

export function openDialog(dialog: ComparisonDialog): void {
  useComparison.setState({ dialog });
}

export function closeDialog(): void {
  useComparison.setState({ dialog: null });
}
