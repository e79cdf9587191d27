/**
 * How far a cell has come. The first four hold no claim and differ in why: nobody looked yet (`empty`: there is nothing
 * to look at; `not summarised`: there are fragments), or somebody says why there is nothing to say.
 */
export const cellStates = [
  'empty',
  'not asked',
  'nothing said',
  'not summarised',
  'draft',
  'ready',
  'checked',
  'disputed',
  'stale',
] as const;
export type CellStateName = (typeof cellStates)[number];

/** What a person says of a cell; the other states follow from it. */
export const cellMarks = ['draft', 'ready', 'not asked', 'nothing said'] as const;
export type CellMark = (typeof cellMarks)[number];

export const verdicts = ['agree', 'minor', 'major'] as const;
export type Verdict = (typeof verdicts)[number];

export interface CheckOutcome {
  readonly checkerId: number;
  /** Null: the checker has begun, and not decided. */
  readonly verdict: Verdict | null;
  readonly isResolved: boolean;
  /** It is about the claim as it stands; a later change of the cell makes it history. */
  readonly isCurrent: boolean;
}

export interface CellFacts {
  readonly hasClaim: boolean;
  readonly mark: CellMark | null;
  readonly fragments: number;
  /** Something it rests on is not as it was when somebody last stood by it. */
  readonly isStale: boolean;
  /** Oldest first. */
  readonly checks: readonly CheckOutcome[];
}

/** The one state that is shown. Stale comes before all that was decided on what is no longer so. */
export function stateOfCell({ hasClaim, mark, fragments, isStale, checks }: CellFacts): CellStateName {
  const saysWhy = mark === 'not asked' || mark === 'nothing said';
  if (isStale && (hasClaim || saysWhy)) return 'stale';
  if (!hasClaim) return saysWhy ? mark : fragments > 0 ? 'not summarised' : 'empty';
  const latest = latestVerdicts(checks);
  if (latest.some(isOpen)) return 'disputed';
  if (latest.length > 0) return 'checked';
  return mark === 'ready' ? 'ready' : 'draft';
}

/** What each checker says of the claim as it stands. */
export function latestVerdicts<Check extends CheckOutcome>(checks: readonly Check[]): readonly Check[] {
  if (checks.length === 0) return checks;
  const decided = checks.filter(({ isCurrent, verdict }) => isCurrent && verdict !== null);
  return [...new Map(decided.map((check) => [check.checkerId, check])).values()];
}

/** A difference that nobody has settled. */
export function isOpen({ verdict, isResolved }: Pick<CheckOutcome, 'verdict' | 'isResolved'>): boolean {
  return verdict !== null && verdict !== 'agree' && !isResolved;
}
