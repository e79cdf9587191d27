import type { MatrixId } from '../ids.ts';

/** One matrix has a column that is drawn from cells of another. */
export interface Drawing {
  readonly matrixId: MatrixId;
  readonly sourceId: MatrixId;
}

/** True when `from` is `target`, or is drawn from it by however many steps. */
export function drawsFrom(drawings: readonly Drawing[], from: MatrixId, target: MatrixId): boolean {
  const sourcesOf = Map.groupBy(drawings, ({ matrixId }) => matrixId);
  const reached = new Set([from]);
  // A Set that grows while it is walked: what is added is visited too.
  for (const id of reached) {
    if (id === target) return true;
    sourcesOf.get(id)?.forEach(({ sourceId }) => reached.add(sourceId));
  }
  return false;
}
