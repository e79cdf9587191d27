import type {
  Outcome,
  SessionDifference,
  SessionDifferences,
} from '#shared/comparison/comparison-contract.ts';
import { must } from '#shared/assert.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';
import { useComparison } from './comparison-store.ts';

export interface NewSpan {
  readonly start: number;
  readonly end: number;
  readonly codeUid: string;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly position?: number;
  readonly span?: NewSpan;
  readonly reason: string;
}

export async function settle(difference: SessionDifference, verdict: Verdict): Promise<void> {
  const { sessionId, proposedBy } = useComparison.getState();
  await api.comparison.decide({
    id: must(sessionId, 'a difference is shown in a session'),
    difference: difference.key,
    outcome: verdict.outcome,
    position: verdict.position ?? null,
    span: verdict.span ?? null,
    reason: verdict.reason,
    proposedBy,
  });
}

export async function takeBack(difference: SessionDifference): Promise<void> {
  const { sessionId } = useComparison.getState();
  await api.comparison.takeBack({
    id: must(sessionId, 'a difference is shown in a session'),
    difference: difference.key,
  });
}

/** Moves the selection; stays where the list ends. */
export function step(shown: readonly SessionDifference[], by: number): void {
  const { selected } = useComparison.getState();
  const index = shown.findIndex(({ key }) => key === selected);
  const next = shown[Math.max(0, Math.min(shown.length - 1, index === -1 ? 0 : index + by))];
  if (next !== undefined) useComparison.setState({ selected: next.key });
}

/** The next one that nobody has settled, after this one; or the next one. */
export function stepToOpen(shown: readonly SessionDifference[]): void {
  const { selected } = useComparison.getState();
  const index = shown.findIndex(({ key }) => key === selected);
  const open = shown.slice(index + 1).find(({ decision }) => decision === null);
  if (open === undefined) step(shown, 1);
  else useComparison.setState({ selected: open.key });
}

/** What a key does to a difference: digits are the coders, in their order. Null when the key is none of these. */
export function verdictOfKey(
  key: string,
  { coders }: Pick<SessionDifferences, 'coders'>,
): Omit<Verdict, 'reason'> | null {
  const place = Number(key) - 1;
  if (/^[1-8]$/.test(key) && place < coders.length) return { outcome: 'one coder', position: place };
  if (key === 'b') return { outcome: 'all' };
  if (key === 'n') return { outcome: 'neither' };
  if (key === 'u') return { outcome: 'unresolved' };
  return null;
}

/** Goes on at once: the next key is meant for the next difference, however soon it is pressed. */
export function settleAndGoOn(
  shown: readonly SessionDifference[],
  difference: SessionDifference,
  verdict: Verdict,
): void {
  settle(difference, verdict).catch((error: unknown) => {
    useComparison.setState({ selected: difference.key });
    reportError(error);
  });
  stepToOpen(shown);
}
