import { must } from '#shared/assert.ts';
import type { comparisonContract, SessionDifference } from '#shared/comparison/comparison-contract.ts';
import { consensusOf, yieldedBy } from '#shared/comparison/settle.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { LayerId, SessionId } from '#shared/ids.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { isRangeOf } from '#shared/text/text-range.ts';
import { refuseExclusive } from '#electron/codebook/exclusive-domains.ts';
import { codesOfRange, deleteCoding } from '#electron/coding/coding-sql.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { codesByUid } from './codes-by-uid.ts';
import { codingsByUid, deleteDecision, findDecision, insertDecision, uidOfCoding } from './decisions-sql.ts';
import { requireFrozen } from './gather-session.ts';
import { readDifferences } from './read-differences.ts';

type Settling = InputOf<(typeof comparisonContract)['decide']>;

/** Puts into the consensus layer what was decided, in place of what was decided before. Nobody's own coding changes. */
export function settle(context: MutationContext, input: Settling): void {
  const { db } = context;
  const decidedBy = context.requireCoder();
  const layerId = must(requireFrozen(db, input.id).layerId, 'comparing opened a consensus layer');
  const { difference, coders } = requireDifference(context, input.id, input.difference);
  refuseIncomplete(input, coders.length);
  context.label(`Settle “${difference.quotation.slice(0, 40)}”: ${spoken(input, coders)}`);
  forgetDecision(context, input.id, input.difference);
  const codings = storeConsensus(context, layerId, difference, input);
  insertDecision(db, context.newUid(), input.id, decidedBy, {
    difference: input.difference,
    outcome: input.outcome,
    position: input.outcome === 'one coder' ? input.position : null,
    reason: input.reason.trim(),
    proposedBy: input.proposedBy,
    yielded: JSON.stringify(yieldedBy(difference, input)),
    at: context.now(),
    codings: JSON.stringify(codings),
  });
}

export function takeBackDecision(context: MutationContext, id: SessionId, key: string): void {
  context.requireCoder();
  requireFrozen(context.db, id);
  const { difference } = requireDifference(context, id, key);
  context.label(`Take back how “${difference.quotation.slice(0, 40)}” was settled`);
  forgetDecision(context, id, key);
}

function requireDifference(context: MutationContext, id: SessionId, key: string) {
  const { differences, coders } = readDifferences(context.db, id);
  const difference = differences.find((each) => each.key === key);
  if (difference === undefined) throw new AppError('not-found', { what: 'difference' });
  return { difference, coders };
}

function refuseIncomplete({ outcome, position, span, proposedBy }: Settling, coders: number): void {
  const problems = [
    ...(outcome === 'one coder' && (position === null || position >= coders)
      ? ['Say whose reading stands.']
      : []),
    ...(outcome === 'new span' && span === null ? ['Say which passage gets which code.'] : []),
    ...(proposedBy !== null && proposedBy >= coders ? ['Say which of the coders proposed it.'] : []),
  ];
  if (problems.length > 0) throw new AppError('bad-input', { problems });
}

function spoken({ outcome, position }: Settling, coders: readonly string[]): string {
  return outcome === 'one coder' ? `as ${coders[position ?? -1] ?? ''} has it` : outcome;
}

function forgetDecision({ db }: MutationContext, id: SessionId, key: string): void {
  const before = findDecision(db, id, key);
  if (before === undefined) return;
  const codings = codingsByUid(db, before.codings);
  forgetCodings(db, codings);
  forgetComparisonsOf(db, codings);
  for (const coding of codings) deleteCoding(db, coding);
  deleteDecision(db, id, key);
}

/** Returns the uids of what was stored. What the layer has already, from another difference, is there once. */
function storeConsensus(
  context: MutationContext,
  layerId: LayerId,
  difference: SessionDifference,
  input: Settling,
): readonly string[] {
  const { db } = context;
  const { versionId } = difference;
  const text = must(readVersionText(db, versionId), 'a difference stands in a text');
  const codes = codesByUid(db);
  return consensusOf(difference, input).flatMap((coding) => {
    const codeId = codes.get(coding.codeUid)?.id;
    if (codeId === undefined) throw new AppError('not-found', { what: 'code' });
    if (!isRangeOf(text, coding)) {
      throw new AppError('range-invalid', { start: coding.start, end: coding.end, length: text.length });
    }
    const range = snapOutwards(text, coding);
    if (codesOfRange(db, layerId, versionId, range.start, range.end).has(codeId)) return [];
    refuseExclusive(db, { layerId, versionId, ...range, codeIds: [codeId] });
    return [
      uidOfCoding(db, storeCoding(context, { layerId, versionId, codeId, ...range, weight: coding.weight })),
    ];
  });
}
