import type { GroupSize, MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { casesOfGroup } from './cell-scope.ts';
import type { MatrixRows } from './read-rows.ts';

/** Of how many cases each cell of a group's column can speak: those that its row takes together, and that are in the group. */
export function groupSizes(
  { rows, cases, members }: Pick<MatrixRows, 'rows' | 'cases' | 'members'>,
  columns: readonly MatrixColumn[],
): GroupSize[] {
  const counted = cases.filter(({ isCounted }) => isCounted);
  return columns
    .filter(({ kind }) => kind === 'group')
    .flatMap((column) => {
      const inside = new Set(casesOfGroup(counted, column));
      return rows
        .filter(({ participantId, isGone }) => participantId === null && !isGone)
        .map(({ key }) => {
          const own = members.get(key);
          const size = own === undefined ? inside.size : own.filter((id) => inside.has(id)).length;
          return { columnId: column.id, rowKey: key, cases: size };
        });
    });
}
