import type { ColumnId } from '../ids.ts';
import type { DrawnMatrixInput, MatrixColumn } from './matrices-contract.ts';

/** What becomes of a column of the first matrix in the second. */
export interface ColumnFate {
  readonly to: 'own' | 'out' | { readonly with: ColumnId };
  /** Of a column of its own; empty keeps the old title, or joins those that are merged. */
  readonly title: string;
  readonly reason: string;
}

export type DrawPlan = ReadonlyMap<ColumnId, ColumnFate>;

const OWN: ColumnFate = { to: 'own', title: '', reason: '' };

export function fateOf(plan: DrawPlan, id: ColumnId): ColumnFate {
  return plan.get(id) ?? OWN;
}

/** The columns of the second matrix, in the order of the first, and what is left out of it. */
export function drawnColumns(
  columns: readonly Pick<MatrixColumn, 'id' | 'title'>[],
  plan: DrawPlan,
): Pick<DrawnMatrixInput, 'columns'> & Required<Pick<DrawnMatrixInput, 'leftOut'>> {
  const own = columns.filter(({ id }) => fateOf(plan, id).to === 'own');
  return {
    columns: own.map(({ id }) => {
      const merged = columns.filter((other) => joins(plan, other.id, id));
      const reasons = [id, ...merged.map((other) => other.id)].map((one) => fateOf(plan, one).reason.trim());
      return {
        title: fateOf(plan, id).title,
        sourceIds: [id, ...merged.map((other) => other.id)],
        reason: [...new Set(reasons.filter((reason) => reason !== ''))].join(' '),
      };
    }),
    leftOut: columns
      .filter(({ id }) => fateOf(plan, id).to === 'out')
      .map(({ id }) => ({ columnId: id, reason: fateOf(plan, id).reason })),
  };
}

function joins(plan: DrawPlan, id: ColumnId, target: ColumnId): boolean {
  const { to } = fateOf(plan, id);
  return typeof to === 'object' && to.with === target;
}

/** What is still to be said before the matrix can be drawn; null when nothing is. */
export function missingInPlan(
  columns: readonly Pick<MatrixColumn, 'id' | 'title'>[],
  plan: DrawPlan,
): string | null {
  const without = columns.find(
    ({ id }) => fateOf(plan, id).to !== 'own' && fateOf(plan, id).reason.trim() === '',
  );
  if (without !== undefined) return `Say why “${without.title}” is merged or left out.`;
  return columns.some(({ id }) => fateOf(plan, id).to === 'own') ? null : 'Keep at least one column.';
}
