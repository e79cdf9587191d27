import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, ColumnId, LayerId, ParticipantId } from '#shared/ids.ts';
import type { CellDetail } from '#shared/matrices/matrices-contract.ts';
import { withDescendants } from '#shared/matrices/column-codes.ts';
import { codingsByIds } from '#electron/coding/coding-sql.ts';
import { findFragments } from '#electron/coding/fragments.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findCell, versionsOfCases } from './cells-sql.ts';
import { nameOfPlace } from './change-cells.ts';
import { requireColumn } from './change-columns.ts';
import { codesOfColumn, listCodePlaces } from './columns-sql.ts';
import { evidenceOfCell } from './evidence-sql.ts';
import { requireMatrix } from './read-matrix.ts';

interface Place {
  readonly columnId: ColumnId;
  readonly participantId: ParticipantId;
}

const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** One cell with the words behind it. Throws `not-found` when the case or the column is gone. */
export function readCell(db: ReadableDb, place: Place): CellDetail {
  nameOfPlace(db, place);
  const column = requireColumn(db, place.columnId);
  const { layerId } = requireMatrix(db, column.matrixId);
  const cell = findCell(db, place.columnId, place.participantId);
  const evidence = cell === undefined ? [] : evidenceOfCell(db, cell.id);
  const stances = new Map(evidence.map(({ codingId, stance }) => [codingId, stance]));
  const asked = askedFor(db, place, layerId);
  const shown = new Set(asked.map(({ id }) => id));
  const others = evidence.map(({ codingId }) => codingId).filter((id) => !shown.has(id));
  return {
    cellId: cell?.id ?? null,
    ...place,
    summary: cell?.summary ?? '',
    authorName: cell?.authorName ?? null,
    updatedAt: cell?.updatedAt ?? null,
    fragments: [...asked, ...fragmentsById(db, place.participantId, others)].map((fragment) => ({
      ...fragment,
      stance: stances.get(fragment.id) ?? null,
    })),
  };
}

/** What the count of the cell counts: the codings of the column's codes in the newest versions of the case. */
function askedFor(db: ReadableDb, place: Place, layerId: LayerId | null): Fragment[] {
  const { columnId, participantId } = place;
  const codeIds = [...withDescendants(listCodePlaces(db), codesOfColumn(db, columnId))];
  const newest = new Set(versionsOfCases(db).map(({ versionId }) => versionId));
  return findFragments(db, { codeIds, layerId, participantId }, ALL).fragments.filter(({ versionId }) =>
    newest.has(versionId),
  );
}

/** A summary may rest on fragments that the column no longer asks for, or that the layer leaves out. */
function fragmentsById(db: ReadableDb, participantId: ParticipantId, ids: readonly CodingId[]): Fragment[] {
  if (ids.length === 0) return [];
  const codeIds = [...new Set<CodeId>(codingsByIds(db, ids).map(({ codeId }) => codeId))];
  const { fragments } = findFragments(db, { codeIds, layerId: null, participantId }, ALL);
  return fragments.filter(({ id }) => ids.includes(id));
}
