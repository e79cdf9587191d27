import type { checkingContract } from '#shared/checking/checking-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CheckId, CoderId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { evidenceNames, inputHashesOf } from './basis-sql.ts';
import { cellIdOf, nameOfCell } from './cell-names-sql.ts';
import {
  findCheck,
  insertCheck,
  updateAnswer,
  updateOwn,
  updateResolution,
  updateVerdict,
  type CheckRecord,
} from './checks-sql.ts';
import { claimHash } from './fingerprint.ts';
import { requireCheckedCell, requireClaim, type CheckedCell, type JudgedCheck } from './read-checking.ts';

type Contract = typeof checkingContract;

/** What the checker finds, before the author's summary is shown. */
export function writeOwn(context: MutationContext, input: InputOf<Contract['writeOwn']>): void {
  const { db } = context;
  const { found, checkerId } = requireCheckable(context, input.cellUid);
  const begun = openLook(found, checkerId);
  context.label(`Write an own view of ${nameOfCell(db, found.cell.cellId)}`);
  const summary = input.summary.trim();
  if (begun === undefined) {
    insertLook(context, found, checkerId, { ownSummary: summary, ownRating: input.rating });
  } else updateOwn(db, begun.id, summary, input.rating, context.now());
}

export function giveVerdict(context: MutationContext, input: InputOf<Contract['giveVerdict']>): void {
  const { db } = context;
  const { found, checkerId } = requireCheckable(context, input.cellUid);
  const begun = openLook(found, checkerId);
  if (begun === undefined && owesOwn(found, checkerId)) throw new AppError('own-first', {});
  const note = requireNote(input);
  context.label(`Check ${nameOfCell(db, found.cell.cellId)}`);
  if (begun !== undefined) updateVerdict(db, begun.id, input.verdict, note, context.now());
  else insertLook(context, found, checkerId, { verdict: input.verdict, note });
}

/** Who differs says how. Throws `verdict-without-note`. */
export function requireNote({
  verdict,
  note,
}: Pick<InputOf<Contract['giveVerdict']>, 'verdict' | 'note'>): string {
  const trimmed = note.trim();
  if (verdict !== 'agree' && trimmed === '') throw new AppError('verdict-without-note', {});
  return trimmed;
}

/** True while the checker was asked for an own summary or rating and has not written it for the claim as it stands. */
export function owesOwn({ assignments, checks }: CheckedCell, checkerId: CoderId): boolean {
  const mode = assignments.find((given) => given.checkerId === checkerId)?.mode ?? 'open';
  if (mode === 'open') return false;
  // Written once, it was written before the author's was seen; a second look at a changed cell cannot be blind again.
  return !checks.some((check) => check.checkerId === checkerId && hasOwn(check));
}

/** What this checker wrote first and has not decided about yet, whatever became of the claim meanwhile. */
export function undecidedOwn({ checks }: CheckedCell, checkerId: CoderId): JudgedCheck | undefined {
  const last = checks.findLast((check) => check.checkerId === checkerId);
  return last !== undefined && last.verdict === null && hasOwn(last) ? last : undefined;
}

export function hasOwn({ ownSummary, ownRating }: Pick<CheckRecord, 'ownSummary' | 'ownRating'>): boolean {
  return ownSummary !== '' || ownRating !== null;
}

/** Throws `not-found`. */
export function requireCellNamed(db: ReadableDb, uid: string): CheckedCell {
  const id = cellIdOf(db, uid);
  if (id === undefined) throw new AppError('not-found', { what: 'cell' });
  return requireCheckedCell(db, id);
}

/** The look that this checker may still change: it is about the claim as it stands, and nobody has answered it. */
export function openLook({ checks }: CheckedCell, checkerId: CoderId): JudgedCheck | undefined {
  const last = checks.findLast((check) => check.checkerId === checkerId);
  return last !== undefined && last.isCurrent && last.answeredAt === null && !last.isResolved
    ? last
    : undefined;
}

/** Throws `not-found`, `nothing-to-check` and `checker-is-author`. */
function requireCheckable(
  context: MutationContext,
  cellUid: string,
): { readonly found: CheckedCell; readonly checkerId: CoderId } {
  const checkerId = context.requireCoder();
  const found = requireCellNamed(context.db, cellUid);
  if (found.cell.isClaim === 0) throw new AppError('nothing-to-check', {});
  if (found.cell.authorId === checkerId) throw new AppError('checker-is-author', {});
  return { found, checkerId };
}

function insertLook(
  context: MutationContext,
  { cell }: CheckedCell,
  checkerId: CoderId,
  said: Partial<Pick<CheckRecord, 'ownSummary' | 'ownRating' | 'verdict' | 'note'>>,
): CheckId {
  const claim = requireClaim(context.db, cell.cellId);
  return insertCheck(context.db, {
    uid: context.newUid(),
    cellId: cell.cellId,
    checkerId,
    claimHash: claimHash(claim, evidenceNames(context.db, [cell.cellId])),
    inputHash: inputHashesOf(context.db, [cell.cellId]).get(cell.cellId) ?? '',
    summary: claim.summary,
    ownSummary: '',
    ownRating: null,
    verdict: null,
    note: '',
    ...said,
    at: context.now(),
  });
}

/** The checker does not answer themselves: throws `not-your-answer`. An empty answer takes it back. */
export function answerCheck(context: MutationContext, input: InputOf<Contract['answer']>): void {
  const check = requireDifference(context.db, input.checkId);
  const coderId = context.requireCoder();
  if (coderId === check.checkerId) throw new AppError('not-your-answer', { checker: check.checker });
  context.label(`Answer the check of ${nameOfCell(context.db, check.cellId)}`);
  updateAnswer(context.db, check.id, input.answer.trim(), coderId, context.now());
}

export function resolveCheck(context: MutationContext, input: InputOf<Contract['resolve']>): void {
  const check = requireDifference(context.db, input.checkId);
  const resolution = input.resolution.trim();
  if (resolution === '') throw new AppError('resolution-empty', {});
  context.label(`Settle the difference about ${nameOfCell(context.db, check.cellId)}`);
  updateResolution(context.db, check.id, resolution, context.requireCoder(), context.now());
}

export function reopenCheck(context: MutationContext, { checkId }: InputOf<Contract['reopen']>): void {
  const check = requireDifference(context.db, checkId);
  context.requireCoder();
  context.label(`Reopen the difference about ${nameOfCell(context.db, check.cellId)}`);
  updateResolution(context.db, check.id, check.resolution, null, null);
}

/** Throws `not-found`, also for a check that found nothing to differ about. */
function requireDifference(db: ReadableDb, id: CheckId): CheckRecord {
  const check = findCheck(db, id);
  if (check === undefined || check.verdict === null || check.verdict === 'agree')
    throw new AppError('not-found', { what: 'difference' });
  return check;
}
