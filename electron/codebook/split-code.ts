import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { absorbTwin, deleteCodings, recode, twinsOf } from '#electron/coding/codings-of-codes-sql.ts';
import { describeCoding, requireOwn } from '#electron/coding/own-codings.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { replaceCodingInEvidence } from '#electron/matrices/evidence-sql.ts';
import { moveMemosOfCoding } from '#electron/memos/follow-merge-sql.ts';
import { uidOfCoding } from './code-guidance-sql.ts';
import { requireCode } from './code-rules.ts';
import { refuseExclusive } from './exclusive-domains.ts';
import { deleteReview, deleteSplitTargets, insertSplitTarget, saveReview } from './reorganise-sql.ts';

/** Throws `code-merge-below` when the code itself is among them. */
export function setSplitTargets(
  { db, label }: MutationContext,
  id: CodeId,
  targets: readonly CodeId[],
): void {
  const { name } = requireCode(db, id);
  if (targets.includes(id)) throw new AppError('code-merge-below', { name, into: name });
  label(`Choose codes to split “${name}” into`);
  deleteSplitTargets(db, id);
  [...new Set(targets)].forEach((target, position) =>
    insertSplitTarget(db, id, requireCode(db, target).id, position),
  );
}

/**
 * An own coding gets another code; where its passage has that code already, the two become one. Null: it stays where it
 * is, and the split does not ask about it again. Throws `not-your-coding` and `code-exclusive`.
 */
export function sortFragment(context: MutationContext, codingId: CodingId, into: CodeId | null): void {
  const { db, label } = context;
  const coding = requireOwn(context, codingId);
  const described = describeCoding(db, coding);
  const uid = uidOfCoding(db, codingId) ?? '';
  if (into === null) {
    label(`Keep ${described}`);
    saveReview(db, uid, 'split', context.requireCoder(), context.now());
    return;
  }
  const target = requireCode(db, into);
  if (into === coding.codeId) return;
  label(`Sort ${described} into ${target.name}`);
  refuseExclusive(db, { ...coding, codeIds: [into], except: codingId });
  deleteReview(db, uid, 'split');
  const twin = twinsOf(db, coding.codeId, into).find(({ id }) => id === codingId);
  if (twin === undefined) {
    recode(db, codingId, into);
    return;
  }
  absorbTwin(db, twin);
  replaceCodingInEvidence(db, codingId, twin.twinId);
  moveMemosOfCoding(db, codingId, twin.twinId);
  forgetComparisonsOf(db, [codingId]);
  deleteCodings(db, [codingId]);
}
