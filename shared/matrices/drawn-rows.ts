import type { ParticipantId } from '../ids.ts';
import type { MatrixRow } from './matrices-contract.ts';
import { pooledRow, type RowKey } from './row-keys.ts';

/**
 * Which rows of a matrix are drawn from a cell of another: the row of the same key, and rows that take cases together when
 * the cell is one of these cases. Everything is drawn into a pooled row.
 */
export function rowsDrawnFrom(
  rows: readonly Pick<MatrixRow, 'key'>[],
  members: ReadonlyMap<RowKey, readonly ParticipantId[]>,
): (cell: { readonly rowKey: RowKey; readonly participantId: ParticipantId | null }) => readonly RowKey[] {
  const known = new Set(rows.map(({ key }) => key));
  const groupsOf = new Map<ParticipantId, RowKey[]>();
  for (const [key, participants] of members) {
    for (const id of participants) {
      const groups = groupsOf.get(id);
      if (groups === undefined) groupsOf.set(id, [key]);
      else groups.push(key);
    }
  }
  const isPooled = known.has(pooledRow);
  return ({ rowKey, participantId }) => {
    if (known.has(rowKey)) return [rowKey];
    if (participantId !== null) return groupsOf.get(participantId) ?? [];
    return isPooled ? [pooledRow] : [];
  };
}
