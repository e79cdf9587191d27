import { cellKey } from '#shared/export/cell-lookup.ts';
import type { Claims, ReportedSource } from '#shared/export/claims.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readCheckedMatrix } from '#electron/checking/read-checking.ts';
import { readSentences } from './read-sentences.ts';
import { reasonsOfCells, reductionSteps, sourcesOfCells } from './claims-sql.ts';

/** States, checks, sources and the log of the reduction of a matrix. */
export function readClaims(db: ReadableDb, matrixId: MatrixId): Claims {
  const checked = readCheckedMatrix(db, matrixId);
  return {
    states: new Map(checked.map(({ cell, state }) => [cellKey(cell.rowKey, cell.columnId), state])),
    checks: checked.flatMap(({ cell, checks }) =>
      checks.map((check) => ({
        rowKey: cell.rowKey,
        columnId: cell.columnId,
        checker: check.checker,
        verdict: check.verdict,
        note: check.note,
        own: [check.ownSummary, check.ownRating ?? ''].filter((part) => part !== '').join(' · '),
        at: check.at,
        answer: check.answer,
        answeredBy: check.answeredBy,
        resolution: check.resolution,
        resolvedBy: check.resolvedBy,
        isCurrent: check.isCurrent,
      })),
    ),
    sources: sourcesOfCells(db, matrixId).map(({ rating, symbol, ...source }): ReportedSource => ({
      ...source,
      judgement: rating ?? symbol ?? '',
    })),
    reasons: reasonsOfCells(db, matrixId),
    sentences: readSentences(db, matrixId),
    steps: reductionSteps(db, matrixId),
  };
}
