import { invariant, must } from '#shared/assert.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { cellKey, type CellKey } from '#shared/export/cell-lookup.ts';
import type { FragmentPlan } from '#shared/export/fragment-plan.ts';
import type { CellFragment } from '#shared/export/fragments-sheet.ts';
import type { MatrixLayout } from '#shared/export/matrix-layout.ts';
import { columnPlaces, MATRIX_SHEET } from '#shared/export/matrix-sheet.ts';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, ColumnId, LayerId, ParticipantId, VersionId } from '#shared/ids.ts';
import { columnsByCode } from '#shared/matrices/column-codes.ts';
import type { Matrix, MatrixColumn, Stance } from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { consensusLayers } from '#electron/coding/consensus-layers-sql.ts';
import { codedVersions } from '#electron/coding/fragments-sql.ts';
import { fragmentsOfVersion } from '#electron/coding/fragments.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { cellSources } from '#electron/matrices/cell-sources.ts';
import { fragmentsByIds } from '#electron/matrices/fragments-by-ids.ts';
import { versionsOfCases } from '#electron/matrices/rows-sql.ts';
import { evidenceOfMatrix, type MatrixEvidence } from './export-sql.ts';

type Counts = (
  coding: { readonly codeId: CodeId; readonly layerId: LayerId; readonly versionId: VersionId },
  columnId: ColumnId,
) => boolean;

/** Which codings a matrix counts, and which others its summaries rest on. */
export interface FragmentScope {
  readonly counts: Counts;
  /** Codes of the columns with all below them, and the codes of the evidence. */
  readonly codeIds: readonly CodeId[];
  /** Null when evidence lies in another layer than the one that counts: then all are read. */
  readonly layerId: LayerId | null;
  readonly stances: ReadonlyMap<CellKey, ReadonlyMap<CodingId, Stance>>;
  /** Evidence that is not counted, by cell. */
  readonly extras: ReadonlyMap<CellKey, number>;
}

export function readScope(db: ReadableDb, matrix: Matrix, codes: readonly Code[]): FragmentScope {
  const columnsOf = columnsByCode(codes, matrix.columns);
  const newest = new Set(versionsOfCases(db).map(({ versionId }) => versionId));
  const { layerId } = matrix.view;
  const counts: Counts = (coding, columnId) =>
    (layerId === null || coding.layerId === layerId) &&
    newest.has(coding.versionId) &&
    (columnsOf.get(coding.codeId)?.includes(columnId) ?? false);
  const shown = new Set(matrix.rows.map(({ key }) => key));
  const evidence = evidenceOfMatrix(db, matrix.id).filter(({ rowKey }) => shown.has(rowKey));
  const isCounted = countedInCell(db, matrix, counts);
  const uncounted = evidence.filter((item) => !isCounted(item));
  return {
    counts,
    codeIds: [...new Set([...columnsOf.keys(), ...uncounted.map(({ codeId }) => codeId)])],
    layerId: uncounted.some((item) => item.layerId !== layerId) ? null : layerId,
    stances: stancesByCell(evidence),
    extras: countByCell(uncounted),
  };
}

/** Whether a fragment that a cell rests on is among those that it counts. */
function countedInCell(
  db: ReadableDb,
  matrix: Matrix,
  counts: Counts,
): (evidence: MatrixEvidence) => boolean {
  const gone = new Set(matrix.rows.filter(({ isGone }) => isGone).map(({ key }) => key));
  if (matrix.rowKind === 'cases') return (item) => !gone.has(item.rowKey) && counts(item, item.columnId);
  const asked = new Map(
    cellSources(db, matrix.id, 'stored').map(({ rowKey, columnId, codings }) => [
      cellKey(rowKey, columnId),
      new Set(codings.filter((coding) => coding.isAsked).map(({ id }) => id)),
    ]),
  );
  return ({ rowKey, columnId, codingId }) => asked.get(cellKey(rowKey, columnId))?.has(codingId) ?? false;
}

function stancesByCell(evidence: readonly MatrixEvidence[]): Map<CellKey, Map<CodingId, Stance>> {
  const groups = Map.groupBy(evidence, ({ rowKey, columnId }) => cellKey(rowKey, columnId));
  return new Map(
    [...groups].map(([key, items]) => [
      key,
      new Map(items.map(({ codingId, stance }) => [codingId, stance])),
    ]),
  );
}

function countByCell(evidence: readonly MatrixEvidence[]): Map<CellKey, number> {
  const groups = Map.groupBy(evidence, ({ rowKey, columnId }) => cellKey(rowKey, columnId));
  return new Map([...groups].map(([key, items]) => [key, items.length]));
}

/**
 * The fragments of all cells, case by case and column by column, read while they are written. Every cell must turn
 * out to have as many as were planned, or the links of the whole workbook would lead astray.
 */
export function* cellFragments(
  db: ReadableDb,
  matrix: Matrix,
  codes: readonly Code[],
  scope: FragmentScope,
  layout: MatrixLayout,
  plan: FragmentPlan,
): Generator<CellFragment> {
  const paths = codePaths(codes);
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  const columnNumbers = columnPlaces(matrix, layout);
  const columns = new Map(matrix.columns.map((column) => [column.id, column]));
  const rows = new Map(matrix.rows.map((row) => [row.key, row]));
  const inCells = fragmentsByCell(db, matrix, scope, plan);
  for (const { rowKey, columnId, fragments: planned } of plan.cells) {
    const column: MatrixColumn = must(columns.get(columnId), 'the plan was made from these columns');
    const row = must(rows.get(rowKey), 'the plan was made from these rows');
    const stances = scope.stances.get(cellKey(rowKey, columnId));
    const inCell = must(inCells.next().value, 'there is one list for every cell of the plan');
    invariant(
      inCell.length === planned,
      `${row.code} × ${column.title}: ${inCell.length} fragments, not ${planned}`,
    );
    const link = {
      sheet: MATRIX_SHEET,
      row: must(layout.rowOf.get(rowKey), 'every row of the matrix has one'),
      column: must(columnNumbers.get(columnId), 'every column has a number'),
    };
    for (const fragment of inCell) {
      yield {
        fragment,
        column,
        stance: stances?.get(fragment.id) ?? null,
        code: must(codeOf.get(fragment.codeId), 'a coding refers to a code'),
        codePath: paths.get(fragment.codeId) ?? '',
        caseCode: row.participantId === null ? (fragment.participantCode ?? '') : row.code,
        rowName: row.code,
        rowNumber: link.row,
        link,
      };
    }
  }
}

/** The fragments of every cell of the plan, one list after the other: those of cases by case, of other rows by cell. */
function* fragmentsByCell(
  db: ReadableDb,
  matrix: Matrix,
  scope: FragmentScope,
  plan: FragmentPlan,
): Generator<readonly Fragment[], undefined> {
  const caseOf = new Map(matrix.rows.map(({ key, participantId }) => [key, participantId]));
  const read = matrix.rowKind === 'cases' ? caseReader(db, scope) : null;
  // They count only where they are asked for; as evidence they stand wherever somebody put them.
  const uncounted = new Set(scope.layerId === null ? consensusLayers(db) : []);
  const sources =
    read === null
      ? new Map(cellSources(db, matrix.id, 'all').map((cell) => [cellKey(cell.rowKey, cell.columnId), cell]))
      : null;
  for (const { rowKey, columnId } of plan.cells) {
    const participantId = caseOf.get(rowKey) ?? null;
    if (read !== null && participantId !== null) {
      const stances = scope.stances.get(cellKey(rowKey, columnId));
      yield read(participantId).filter(
        (fragment) =>
          (scope.counts(fragment, columnId) && !uncounted.has(fragment.layerId)) ||
          stances?.has(fragment.id) === true,
      );
    } else {
      const codings = sources?.get(cellKey(rowKey, columnId))?.codings ?? evidenceOf(scope, rowKey, columnId);
      yield fragmentsByIds(
        db,
        codings.map(({ id }) => id),
      );
    }
  }
  return undefined;
}

/** What a row that is gone still rests on. */
function evidenceOf(scope: FragmentScope, rowKey: RowKey, columnId: ColumnId): { readonly id: CodingId }[] {
  return [...(scope.stances.get(cellKey(rowKey, columnId))?.keys() ?? [])].map((id) => ({ id }));
}

/** The cells of a case follow each other: its transcripts are read once. */
function caseReader(
  db: ReadableDb,
  scope: FragmentScope,
): (participantId: ParticipantId) => readonly Fragment[] {
  const versions = Map.groupBy(
    codedVersions(db, {
      codeIds: scope.codeIds,
      layerId: scope.layerId,
      participantId: null,
      withConsensus: true,
    }),
    ({ participantId }) => participantId,
  );
  let current: ParticipantId | null = null;
  let ofCase: readonly Fragment[] = [];
  return (participantId) => {
    if (current !== participantId) {
      current = participantId;
      ofCase = (versions.get(participantId) ?? []).flatMap((version) =>
        fragmentsOfVersion(
          db,
          version,
          { ...scope, participantId, withConsensus: true },
          { offset: 0, limit: Infinity },
        ),
      );
    }
    return ofCase;
  };
}
