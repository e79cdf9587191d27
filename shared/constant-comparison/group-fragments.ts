import type { Fragment } from '../coding/coding-contract.ts';
import type { ParticipantId } from '../ids.ts';
import type { ComparisonKind } from '../memos/memos-contract.ts';
import { caseKeyOf, kindOfComparison, type Standing } from './kind-of-comparison.ts';

/** The value of the attribute by which cases are grouped; null: cases stand for themselves. */
export type GroupOf = ((participantId: ParticipantId | null) => string) | null;

export interface FragmentGroup {
  readonly title: string;
  readonly fragments: readonly Fragment[];
}

const numeric = new Intl.Collator('en', { numeric: true });

/** The fragments that one is compared with, under the values of the attribute, or under their cases. */
export function groupFragments(others: readonly Fragment[], groupOf: GroupOf): readonly FragmentGroup[] {
  const titleOf = (fragment: Fragment): string =>
    groupOf === null ? caseTitle(fragment) : groupOf(fragment.participantId);
  const groups = [...Map.groupBy(others, titleOf)].map(([title, fragments]) => ({ title, fragments }));
  if (groupOf === null) return groups;
  // Cases without a value come last.
  return groups
    .toSorted((a, b) => Number(a.title === '') - Number(b.title === '') || numeric.compare(a.title, b.title))
    .map((group) => (group.title === '' ? { ...group, title: 'No value' } : group));
}

/** What holding one against another compares. */
export function kindOfPair(subject: Fragment, other: Fragment, groupOf: GroupOf): ComparisonKind {
  return kindOfComparison(standing(subject, groupOf), [standing(other, groupOf)]);
}

function standing(fragment: Fragment, groupOf: GroupOf): Standing {
  return { caseKey: caseKeyOf(fragment), group: groupOf?.(fragment.participantId) ?? '' };
}

export function caseTitle({ participantCode, transcriptTitle }: Fragment): string {
  return participantCode ?? `${transcriptTitle} (no case)`;
}
