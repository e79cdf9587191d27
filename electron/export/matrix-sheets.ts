import { aboutSheet } from '#shared/export/about-sheet.ts';
import { claimsSheets, statesSheet } from '#shared/export/claims-sheets.ts';
import { codebookSheet } from '#shared/export/codebook-sheet.ts';
import { countsSheet } from '#shared/export/counts-sheet.ts';
import type { FragmentPlan } from '#shared/export/fragment-plan.ts';
import { fragmentColumns, fragmentRow, type CellFragment } from '#shared/export/fragments-sheet.ts';
import { matrixSheet } from '#shared/export/matrix-sheet.ts';
import { participantsSheet } from '#shared/export/participants-sheet.ts';
import type { Sheet, SheetRow } from '#shared/export/sheet.ts';
import { exportedState, stateSheet } from '#shared/export/state-sheet.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { claimHash } from './claim-hash.ts';
import { countTranscriptsByCase } from './export-sql.ts';
import type { GatheredMatrix } from './gather-matrix.ts';

/** Every sheet of the export of a matrix, in the order of the workbook. */
export function matrixSheets(
  db: ReadableDb,
  { about, claims, layout, plan, codes, fragments, identity }: GatheredMatrix,
): Sheet[] {
  const { matrix, coderName } = about;
  return [
    matrixSheet(matrix, layout, plan, identity),
    countsSheet(matrix, layout, plan),
    ...fragmentSheets(plan, asRows(fragments)),
    codebookSheet(codes, coderName),
    participantsSheet(matrix.attributes, matrix.rows, countTranscriptsByCase(db)),
    statesSheet(matrix, layout, claims),
    ...claimsSheets(matrix, layout, claims),
    aboutSheet(about, claims),
    stateSheet(exportedState(matrix, identity, claimHash)),
  ];
}

function* asRows(fragments: Iterable<CellFragment>): Generator<SheetRow> {
  for (const fragment of fragments) yield fragmentRow(fragment);
}

/** The sheets share one stream of rows: each takes as many as it holds. */
function fragmentSheets({ sheets }: FragmentPlan, rows: Iterator<SheetRow>): Sheet[] {
  return sheets.map(({ name, rowCount }) => ({
    name,
    columns: fragmentColumns,
    rows: take(rows, rowCount),
    rowCount,
    filter: true,
  }));
}

function* take<Item>(items: Iterator<Item>, most: number): Generator<Item> {
  for (let taken = 0; taken < most; taken += 1) {
    const next = items.next();
    if (next.done === true) return;
    yield next.value;
  }
}
