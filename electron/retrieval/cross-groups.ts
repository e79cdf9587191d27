import type { CrossedCell, CrossedCounts, FragmentGroup } from '#shared/retrieval/retrieval-contract.ts';
import type { ParticipantId } from '#shared/ids.ts';
import { countGroups, type GroupKeys } from './group-fragments.ts';
import type { FoundMark } from './run-query.ts';

/** How the fragments of each group are spread over the groups across; in one walk over the fragments. */
export function crossGroups(
  rows: { readonly keys: GroupKeys; readonly groups: readonly FragmentGroup[] },
  across: GroupKeys,
  found: readonly FoundMark[],
): CrossedCounts {
  const columns = countGroups(across, found);
  const rowOf = placesOf(rows.groups);
  const columnOf = placesOf(columns);
  const cells = new Map<number, { fragments: number; readonly cases: Set<ParticipantId> }>();
  for (const mark of found) {
    const row = rowOf.get(rows.keys.keyOf(mark));
    const column = columnOf.get(across.keyOf(mark));
    if (row === undefined || column === undefined) continue;
    const place = row * columns.length + column;
    let cell = cells.get(place);
    if (cell === undefined) cells.set(place, (cell = { fragments: 0, cases: new Set() }));
    cell.fragments += 1;
    if (mark.version.participantId !== null) cell.cases.add(mark.version.participantId);
  }
  return {
    columns,
    cells: [...cells]
      .toSorted(([a], [b]) => a - b)
      .map(([place, { fragments, cases }]): CrossedCell => ({
        row: Math.floor(place / columns.length),
        column: place % columns.length,
        fragments,
        cases: cases.size,
      })),
  };
}

function placesOf(groups: readonly FragmentGroup[]): ReadonlyMap<string, number> {
  return new Map(groups.map(({ key }, index) => [key, index]));
}
