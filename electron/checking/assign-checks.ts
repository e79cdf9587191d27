import type { checkingContract } from '#shared/checking/checking-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/method.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { cellsByIds } from './basis-sql.ts';
import { coderName, deleteAssignments, upsertAssignment } from './checks-sql.ts';
import { nameOfCell } from './cell-names-sql.ts';

type Assign = (typeof checkingContract)['assign'];

export function assignChecks(context: MutationContext, input: InputOf<Assign>): OutputOf<Assign> {
  const { db } = context;
  const { checkerId, mode } = input;
  const checker = coderName(db, checkerId);
  if (checker === undefined) throw new AppError('not-found', { what: 'coder' });
  const assignedBy = context.requireCoder();
  const cells = cellsByIds(db, input.cellIds);
  const claims = cells.filter(({ isClaim }) => isClaim === 1);
  const fit = claims.filter(({ authorId }) => authorId !== checkerId);
  const [first] = fit;
  if (first === undefined)
    throw claims.length > 0 ? new AppError('checker-is-author', {}) : new AppError('nothing-to-check', {});
  for (const { cellId } of fit) upsertAssignment(db, cellId, checkerId, mode, assignedBy, context.now());
  context.label(
    fit.length === 1
      ? `Ask ${checker} to check ${nameOfCell(db, first.cellId)}`
      : `Ask ${checker} to check ${fit.length} cells`,
  );
  return {
    assigned: fit.length,
    own: claims.length - fit.length,
    without: cells.length - claims.length,
  };
}

export function unassignChecks(
  context: MutationContext,
  { cellIds, checkerId }: InputOf<(typeof checkingContract)['unassign']>,
): void {
  const checker = coderName(context.db, checkerId);
  if (checker === undefined) throw new AppError('not-found', { what: 'coder' });
  context.label(`Take back what ${checker} was to check`);
  deleteAssignments(context.db, cellIds, checkerId);
}
