import type { SessionDifference } from '#shared/comparison/comparison-contract.ts';
import type { DifferenceFilter } from './comparison-store.ts';

/** Those of the differences that are asked for, in the order of the texts. */
export function filterDifferences(
  differences: readonly SessionDifference[],
  { codeUid, otherUid, kind, coder, transcriptId, state }: DifferenceFilter,
): readonly SessionDifference[] {
  return differences.filter(
    (each) =>
      (codeUid === null || each.codeUids.includes(codeUid)) &&
      (otherUid === null || each.codeUids.includes(otherUid)) &&
      (kind === null || each.kind === kind) &&
      (coder === null || (each.sides[coder]?.length ?? 0) > 0) &&
      (transcriptId === null || each.transcriptId === transcriptId) &&
      hasState(each, state),
  );
}

function hasState({ decision }: SessionDifference, state: DifferenceFilter['state']): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'open':
      return decision === null;
    case 'unresolved':
      return decision?.outcome === 'unresolved';
    case 'settled':
      return decision !== null && decision.outcome !== 'unresolved';
  }
}
