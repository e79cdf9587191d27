import type { CodeId, ColumnId, ParticipantId, VersionId } from '../ids.ts';

/** Codings of one code in one version of a transcript. A tuple, because there are tens of thousands of them. */
export type Tally = readonly [codeId: CodeId, versionId: VersionId, count: number];

export type CellCounts = ReadonlyMap<ColumnId, ReadonlyMap<ParticipantId, number>>;

/**
 * From codes × versions to columns × cases. The count of a cell is the number of codings whose code is one of the
 * column's (descendants included): a passage with two codes of the column counts twice, and so does a passage that two
 * coders gave the same code. Versions that are not named in `participantOf` do not count.
 */
export function countCells(
  tallies: readonly Tally[],
  participantOf: ReadonlyMap<VersionId, ParticipantId>,
  columnsOf: ReadonlyMap<CodeId, readonly ColumnId[]>,
): CellCounts {
  const counts = new Map<ColumnId, Map<ParticipantId, number>>();
  for (const [codeId, versionId, count] of tallies) {
    const participantId = participantOf.get(versionId);
    const columnIds = columnsOf.get(codeId);
    if (participantId === undefined || columnIds === undefined) continue;
    for (const columnId of columnIds) add(counts, columnId, participantId, count);
  }
  return counts;
}

function add(
  counts: Map<ColumnId, Map<ParticipantId, number>>,
  columnId: ColumnId,
  participantId: ParticipantId,
  count: number,
): void {
  let column = counts.get(columnId);
  if (column === undefined) {
    column = new Map();
    counts.set(columnId, column);
  }
  column.set(participantId, (column.get(participantId) ?? 0) + count);
}
