import type { CodeId, ColumnId, LayerId, ParticipantId, VersionId } from '../ids.ts';
import type { RowKey } from './row-keys.ts';

/** Codings of one code in one version of a transcript and one layer. A tuple: there are tens of thousands of them. */
export type Tally = readonly [codeId: CodeId, versionId: VersionId, layerId: LayerId, count: number];

export interface CellCount {
  readonly codings: number;
  /** Cases with at least one of them. */
  readonly cases: number;
}

export type CellCounts = ReadonlyMap<ColumnId, ReadonlyMap<RowKey, CellCount>>;

/** A coding, or codings of one code in one version: enough to know where they count. */
export interface Counted {
  readonly codeId: CodeId;
  readonly versionId: VersionId;
  readonly layerId: LayerId;
  /** UTF-16 code units; −1 for codings that were tallied, which rows that need a place never get. */
  readonly start: number;
}

/** The cells in which codings count. */
export interface CellPlaces {
  /** Undefined for a version whose codings do not count: an old one, one without a case, one of a case that is filtered out. */
  caseOf(versionId: VersionId): ParticipantId | undefined;
  columnsOf(codeId: CodeId, participantId: ParticipantId): readonly ColumnId[];
  rowsOf(coding: Counted, participantId: ParticipantId): readonly RowKey[];
}

/**
 * From codes × versions to columns × rows. The count of a cell is the number of codings whose code is one of the column's
 * (descendants included): a passage with two codes of the column counts twice, and so does a passage that two coders gave
 * the same code.
 */
export function countCells(tallies: Iterable<Tally>, places: CellPlaces): CellCounts {
  const counts = new CountsByCell();
  for (const [codeId, versionId, layerId, count] of tallies) {
    const participantId = places.caseOf(versionId);
    if (participantId === undefined) continue;
    const columns = places.columnsOf(codeId, participantId);
    if (columns.length === 0) continue;
    const rows = places.rowsOf({ codeId, versionId, layerId, start: -1 }, participantId);
    for (const columnId of columns) for (const key of rows) counts.add(columnId, key, participantId, count);
  }
  return counts.result();
}

interface Sum {
  codings: number;
  readonly first: ParticipantId;
  /** Made for the second case: most cells have one. */
  others: Set<ParticipantId> | null;
}

/** Adds up codings, and counts every case of a cell once. */
export class CountsByCell {
  readonly #cells = new Map<ColumnId, Map<RowKey, Sum>>();

  add(columnId: ColumnId, key: RowKey, participantId: ParticipantId, codings: number): void {
    let column = this.#cells.get(columnId);
    if (column === undefined) {
      column = new Map();
      this.#cells.set(columnId, column);
    }
    const cell = column.get(key);
    if (cell === undefined) {
      column.set(key, { codings, first: participantId, others: null });
      return;
    }
    cell.codings += codings;
    if (participantId !== cell.first) (cell.others ??= new Set()).add(participantId);
  }

  result(): CellCounts {
    const counts = new Map<ColumnId, Map<RowKey, CellCount>>();
    for (const [columnId, cells] of this.#cells) {
      const column = new Map<RowKey, CellCount>();
      for (const [key, { codings, others }] of cells)
        column.set(key, { codings, cases: 1 + (others?.size ?? 0) });
      counts.set(columnId, column);
    }
    return counts;
  }
}
