import { must } from '#shared/assert.ts';
import { aboutSheet } from '#shared/export/about-sheet.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { codebookSheet } from '#shared/export/codebook-sheet.ts';
import { countsSheet } from '#shared/export/counts-sheet.ts';
import { planFragments, type FragmentPlan } from '#shared/export/fragment-plan.ts';
import { fragmentColumns } from '#shared/export/fragments-sheet.ts';
import { layoutMatrix } from '#shared/export/matrix-layout.ts';
import { matrixSheet } from '#shared/export/matrix-sheet.ts';
import { participantsSheet } from '#shared/export/participants-sheet.ts';
import type { Sheet, SheetRow } from '#shared/export/sheet.ts';
import { VERSION } from '#shared/version.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import { listCodebook } from '#electron/codebook/list-codebook.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readMatrix } from '#electron/matrices/read-matrix.ts';
import { findProject, listCoders } from '#electron/project/project-sql.ts';
import { countTranscripts, countTranscriptsByCase, layerNames } from './export-sql.ts';
import { fragmentRows, readScope } from './read-fragments.ts';

export interface ExportRequest {
  readonly matrixId: MatrixId;
  /** Who exports; null when nobody said who was coding. */
  readonly coderId: CoderId | null;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

export interface MatrixSheets {
  readonly projectTitle: string;
  readonly coderName: string | null;
  readonly sheets: readonly Sheet[];
}

/** Every sheet of the export of a matrix, in the order of the workbook. Throws `not-found`. */
export function matrixSheets(db: ReadableDb, request: ExportRequest): MatrixSheets {
  const matrix = readMatrix(db, request.matrixId);
  const codes = listCodebook(db, request.coderId);
  const scope = readScope(db, matrix, codes);
  const layout = layoutMatrix(matrix);
  const plan = planFragments(matrix, scope.extras);
  const project = must(findProject(db), 'an open project has a row that describes it');
  const coderName = listCoders(db).find(({ id }) => id === request.coderId)?.name ?? null;
  const transcripts = countTranscripts(db);
  const about = aboutSheet({
    projectTitle: project.title,
    researchQuestion: project.research_question,
    matrix,
    exportedAt: request.exportedAt,
    coderName,
    version: VERSION,
    layers: layerNames(db)
      .filter(({ id }) => matrix.view.layerId === null || id === matrix.view.layerId)
      .map(({ name }) => name),
    codePaths: codePaths(codes),
    transcripts: transcripts.withCase,
    transcriptsWithoutCase: transcripts.without,
    summaries: matrix.cells.filter(({ summary }) => summary !== '').length,
    fragmentRows: plan.total,
    uncountedEvidence: [...scope.extras.values()].reduce((sum, extra) => sum + extra, 0),
  });
  return {
    projectTitle: project.title,
    coderName,
    sheets: [
      matrixSheet(matrix, layout, plan),
      countsSheet(matrix, layout, plan),
      ...fragmentSheets(plan, fragmentRows(db, matrix, codes, scope, layout, plan)),
      codebookSheet(codes, coderName),
      participantsSheet(matrix.attributes, matrix.rows, countTranscriptsByCase(db)),
      about,
    ],
  };
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
