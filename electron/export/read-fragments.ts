import { invariant, must } from '#shared/assert.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { cellKey, type CellKey } from '#shared/export/cell-lookup.ts';
import type { FragmentPlan } from '#shared/export/fragment-plan.ts';
import type { CellFragment } from '#shared/export/fragments-sheet.ts';
import type { MatrixLayout } from '#shared/export/matrix-layout.ts';
import { MATRIX_SHEET, summaryColumn } from '#shared/export/matrix-sheet.ts';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, ColumnId, LayerId, ParticipantId, VersionId } from '#shared/ids.ts';
import { columnsByCode } from '#shared/matrices/column-codes.ts';
import type { Matrix, MatrixColumn, Stance } from '#shared/matrices/matrices-contract.ts';
import { codedVersions } from '#electron/coding/fragments-sql.ts';
import { fragmentsOfVersion } from '#electron/coding/fragments.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { versionsOfCases } from '#electron/matrices/cells-sql.ts';
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
  const evidence = evidenceOfMatrix(db, matrix.id);
  const uncounted = evidence.filter((item) => !counts(item, item.columnId));
  return {
    counts,
    codeIds: [...new Set([...columnsOf.keys(), ...uncounted.map(({ codeId }) => codeId)])],
    layerId: uncounted.some((item) => item.layerId !== layerId) ? null : layerId,
    stances: stancesByCell(evidence),
    extras: countByCell(uncounted),
  };
}

function stancesByCell(evidence: readonly MatrixEvidence[]): Map<CellKey, Map<CodingId, Stance>> {
  const groups = Map.groupBy(evidence, ({ participantId, columnId }) => cellKey(participantId, columnId));
  return new Map(
    [...groups].map(([key, items]) => [
      key,
      new Map(items.map(({ codingId, stance }) => [codingId, stance])),
    ]),
  );
}

function countByCell(evidence: readonly MatrixEvidence[]): Map<CellKey, number> {
  const groups = Map.groupBy(evidence, ({ participantId, columnId }) => cellKey(participantId, columnId));
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
  const columnNumbers = new Map(matrix.columns.map(({ id }, index) => [id, summaryColumn(layout, index)]));
  const columns = new Map(matrix.columns.map((column) => [column.id, column]));
  const cases = new Map(matrix.rows.map((row) => [row.participantId, row]));
  const versions = Map.groupBy(
    codedVersions(db, { codeIds: scope.codeIds, layerId: scope.layerId, participantId: null }),
    ({ participantId }) => participantId,
  );
  let current: ParticipantId | null = null;
  let ofCase: readonly Fragment[] = [];
  for (const { participantId, columnId, fragments: planned } of plan.cells) {
    if (current !== participantId) {
      current = participantId;
      ofCase = (versions.get(participantId) ?? []).flatMap((version) =>
        fragmentsOfVersion(db, version, { ...scope, participantId }, { offset: 0, limit: Infinity }),
      );
    }
    const column: MatrixColumn = must(columns.get(columnId), 'the plan was made from these columns');
    const row = must(cases.get(participantId), 'the plan was made from these cases');
    const stances = scope.stances.get(cellKey(participantId, columnId));
    const inCell = ofCase.filter(
      (fragment) => scope.counts(fragment, columnId) || stances?.has(fragment.id) === true,
    );
    invariant(
      inCell.length === planned,
      `${row.code} × ${column.title}: ${inCell.length} fragments, not ${planned}`,
    );
    const link = {
      sheet: MATRIX_SHEET,
      row: must(layout.rowOf.get(participantId), 'every case has a row'),
      column: must(columnNumbers.get(columnId), 'every column has a number'),
    };
    for (const fragment of inCell) {
      yield {
        fragment,
        column,
        stance: stances?.get(fragment.id) ?? null,
        code: must(codeOf.get(fragment.codeId), 'a coding refers to a code'),
        codePath: paths.get(fragment.codeId) ?? '',
        caseCode: row.code,
        participantId,
        link,
      };
    }
  }
}
