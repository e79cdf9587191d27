import { must } from '#shared/assert.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { planFragments } from '#shared/export/fragment-plan.ts';
import { layoutMatrix } from '#shared/export/matrix-layout.ts';
import type { MatrixIdentity } from '#shared/export/matrix-sheet.ts';
import type { MatrixReport } from '#shared/export/matrix-report.ts';
import type { CountedCode } from '#shared/codebook/codebook-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import { traitOfTypology } from '#shared/matrices/traits.ts';
import { VERSION } from '#shared/version.ts';
import { listCodebook } from '#electron/codebook/list-codebook.ts';
import { listVersions } from '#electron/codebook/versions-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readMatrix } from '#electron/matrices/read-matrix.ts';
import { findProject, listCoders } from '#electron/project/project-sql.ts';
import { countTranscripts, layerNames, uidOfMatrix, uidsOfColumns } from './export-sql.ts';
import { readTypologies } from '#electron/typologies/read-typologies.ts';
import { readClaims } from './read-claims.ts';
import { countExcluded } from '#electron/matrices/excluded-passages-sql.ts';
import { cellFragments, readScope } from './read-fragments.ts';

export interface ExportRequest {
  readonly matrixId: MatrixId;
  /** Who exports; null when nobody said who was coding. */
  readonly coderId: CoderId | null;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

export interface GatheredMatrix extends MatrixReport {
  readonly identity: MatrixIdentity;
  readonly codes: readonly CountedCode[];
}

/** Everything that any format of the export of a matrix tells. Throws `not-found`. */
export function gatherMatrix(db: ReadableDb, request: ExportRequest): GatheredMatrix {
  const matrix = readMatrix(db, request.matrixId);
  const codes = listCodebook(db, request.coderId);
  const scope = readScope(db, matrix, codes);
  const layout = layoutMatrix(matrix);
  const plan = planFragments(matrix, scope.extras);
  const project = must(findProject(db), 'an open project has a row that describes it');
  const transcripts = countTranscripts(db);
  return {
    codes,
    claims: readClaims(db, matrix.id),
    identity: {
      projectUid: project.uid,
      matrixUid: uidOfMatrix(db, matrix.id),
      exportedAt: request.exportedAt,
      columnUids: uidsOfColumns(db, matrix.id),
    },
    layout,
    plan,
    fragments: cellFragments(db, matrix, codes, scope, layout, plan),
    about: {
      projectTitle: project.title,
      researchQuestion: project.research_question,
      matrix,
      exportedAt: request.exportedAt,
      coderName: listCoders(db).find(({ id }) => id === request.coderId)?.name ?? null,
      version: VERSION,
      codebookVersion: listVersions(db)[0] ?? null,
      layers: layerNames(db)
        .filter(({ id }) => matrix.view.layerId === null || id === matrix.view.layerId)
        .map(({ name }) => name),
      codePaths: codePaths(codes),
      typologies: readTypologies(db).map(({ id, name, basis, types }) => ({
        traitId: traitOfTypology(id),
        name,
        basis,
        types,
      })),
      transcripts: transcripts.withCase,
      transcriptsWithoutCase: transcripts.without,
      excludedPassages: countExcluded(db),
      summaries: matrix.cells.filter(({ summary }) => summary !== '').length,
      fragmentRows: plan.total,
      uncountedEvidence: [...scope.extras.values()].reduce((sum, extra) => sum + extra, 0),
    },
  };
}
