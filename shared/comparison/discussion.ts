import type { Outcome } from './comparison-contract.ts';
import { differenceKinds, type DifferenceKind } from './differences.ts';

export interface Discussed {
  readonly kind: DifferenceKind;
  readonly decision: {
    readonly outcome: Outcome;
    readonly position: number | null;
    readonly proposedBy: number | null;
    readonly yielded: readonly number[];
  } | null;
}

/**
 * What discussion came to. It is told apart from reliability: agreement after people have talked says that they talked,
 * and no coefficient is computed from it.
 */
export interface DiscussionSummary {
  readonly differences: number;
  readonly settled: number;
  readonly unresolved: number;
  /** Nobody has decided yet. */
  readonly open: number;
  readonly byKind: readonly {
    readonly kind: DifferenceKind;
    readonly differences: number;
    readonly settled: number;
  }[];
  /** By coder. */
  readonly byCoder: readonly {
    readonly proposed: number;
    readonly stood: number;
    readonly yielded: number;
  }[];
  /** Share of passages on which all agree: before, and with those that were settled. Null without a passage. */
  readonly before: number | null;
  readonly after: number | null;
}

export function summariseDiscussion(
  differences: readonly Discussed[],
  agreed: number,
  coders: number,
): DiscussionSummary {
  const isSettled = ({ decision }: Discussed): boolean =>
    decision !== null && decision.outcome !== 'unresolved';
  const settled = differences.filter(isSettled).length;
  const passages = agreed + differences.length;
  return {
    differences: differences.length,
    settled,
    unresolved: differences.filter(({ decision }) => decision?.outcome === 'unresolved').length,
    open: differences.filter(({ decision }) => decision === null).length,
    byKind: differenceKinds.map((kind) => {
      const ofKind = differences.filter((difference) => difference.kind === kind);
      return { kind, differences: ofKind.length, settled: ofKind.filter(isSettled).length };
    }),
    byCoder: Array.from({ length: coders }, (_, coder) => ({
      proposed: differences.filter(({ decision }) => decision?.proposedBy === coder).length,
      stood: differences.filter(
        ({ decision }) => decision?.outcome === 'one coder' && decision.position === coder,
      ).length,
      yielded: differences.filter(({ decision }) => decision?.yielded.includes(coder) ?? false).length,
    })),
    before: passages === 0 ? null : agreed / passages,
    after: passages === 0 ? null : (agreed + settled) / passages,
  };
}
