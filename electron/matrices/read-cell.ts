import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodingId, LayerId, ParticipantId } from '#shared/ids.ts';
import type { CellDetail, UpstreamCell } from '#shared/matrices/matrices-contract.ts';
import { withDescendants } from '#shared/matrices/column-codes.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { narrowScope, placesOfCodings, versionsOfRows } from './cell-scope.ts';
import { findCell, type CellRecord } from './cells-sql.ts';
import { requireColumn } from './change-columns.ts';
import { codesOfColumn, listCodePlaces, sourcesOfMatrix } from './columns-sql.ts';
import { evidenceOfCell, upstreamEvidenceOfCell } from './evidence-sql.ts';
import { requireRow, type CellAddress } from './find-row.ts';
import { fragmentsByIds } from './fragments-by-ids.ts';
import { fragmentsOfCase } from './fragments-of-case.ts';
import { readFrame, requireMatrix } from './read-matrix.ts';
import { caseOfRow } from './rows-sql.ts';
import { upstreamOfMatrix } from './upstream.ts';

/** One cell with the words behind it. Throws `not-found` when the row or the column is gone. */
export function readCell(db: ReadableDb, place: CellAddress, most: number): CellDetail {
  requireRow(db, place);
  const cell = findCell(db, place.columnId, place.rowKey);
  const evidence = cell === undefined ? [] : evidenceOfCell(db, cell.id);
  const stances = new Map(evidence.map(({ codingId, stance }) => [codingId, stance]));
  const asked = askedFor(db, place, most);
  const others = [...stances.keys()].filter((id) => !asked.ids.has(id));
  const fragments = [...asked.fragments, ...fragmentsByIds(db, others)];
  return {
    cellId: cell?.id ?? null,
    columnId: place.columnId,
    rowKey: place.rowKey,
    summary: cell?.summary ?? '',
    rating: cell?.rating ?? null,
    symbol: cell?.symbol ?? null,
    rationale: cell?.rationale ?? '',
    authorName: cell?.authorName ?? null,
    updatedAt: cell?.updatedAt ?? null,
    fragments: fragments.map((fragment) => ({ ...fragment, stance: stances.get(fragment.id) ?? null })),
    totalFragments: asked.ids.size + others.length,
    outside: others.length,
    upstream: upstreamOf(db, place, cell),
  };
}

interface Asked {
  readonly ids: ReadonlySet<CodingId>;
  /** The first of them, in the order of cases and texts; those that are evidence are always among them. */
  readonly fragments: readonly Fragment[];
}

/**
 * What the count of the cell counts: the codings of the column's codes in the newest versions of the row's cases, without
 * those in passages that were left out of the analysis.
 */
function askedFor(db: ReadableDb, place: CellAddress, most: number): Asked {
  const column = requireColumn(db, place.columnId);
  const matrix = requireMatrix(db, column.matrixId);
  const own = matrix.rowKind === 'cases' ? caseOfRow(db, place.rowKey) : undefined;
  if (own !== undefined) return askedOfCase(db, place, own.participantId, matrix.layerId, most);
  const { view, scope } = readFrame(db, column.matrixId);
  const keys = new Set([place.rowKey]);
  const asked = narrowScope(scope, new Set([place.columnId]), keys);
  const ids = new Set<CodingId>();
  for (const found of placesOfCodings(db, asked, view.layerId, versionsOfRows(scope, keys)))
    if (found.columnId === place.columnId && found.rowKey === place.rowKey) ids.add(found.coding[0]);
  return { ids, fragments: fragmentsByIds(db, [...ids].slice(0, most)) };
}

function askedOfCase(
  db: ReadableDb,
  { columnId }: CellAddress,
  participantId: ParticipantId,
  layerId: LayerId | null,
  most: number,
): Asked {
  const codeIds = [...withDescendants(listCodePlaces(db), codesOfColumn(db, columnId))];
  const fragments = fragmentsOfCase(db, { codeIds, layerId, participantId });
  return { ids: new Set(fragments.map(({ id }) => id)), fragments: fragments.slice(0, most) };
}

function upstreamOf(db: ReadableDb, place: CellAddress, cell: CellRecord | undefined): UpstreamCell[] {
  const { matrixId } = requireColumn(db, place.columnId);
  if (!sourcesOfMatrix(db, matrixId).some(({ ofColumn }) => ofColumn === place.columnId)) return [];
  const frame = readFrame(db, matrixId);
  const stances = new Map(
    (cell === undefined ? [] : upstreamEvidenceOfCell(db, cell.id)).map((item) => [
      item.sourceCellId,
      item.stance,
    ]),
  );
  return upstreamOfMatrix(db, frame)
    .filter(({ ofColumn, ofRow }) => ofColumn === place.columnId && ofRow === place.rowKey)
    .map((source) => ({
      cellId: source.cellId,
      matrixId: source.matrixId,
      matrixName: source.matrixName,
      columnId: source.columnId,
      columnTitle: source.columnTitle,
      rowKey: source.rowKey,
      rowName: source.rowName,
      summary: source.summary,
      rating: source.rating,
      symbol: source.symbol,
      stance: stances.get(source.cellId) ?? null,
    }));
}
