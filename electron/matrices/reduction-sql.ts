import type { CoderId, MatrixId } from '#shared/ids.ts';
import type { ReductionStep } from '#shared/matrices/matrices-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface NewStep extends Pick<ReductionStep, 'kind' | 'columnTitle' | 'reason'> {
  readonly matrixId: MatrixId;
  /** Null for what was left out. */
  readonly columnUid: string | null;
  readonly sources: readonly { readonly uid: string; readonly matrix: string; readonly column: string }[];
  readonly coderId: CoderId;
}

export function insertStep(db: WritableDb, uid: string, step: NewStep, at: string): void {
  db.insert(
    `INSERT INTO reduction_step (uid, matrix_id, kind, column_uid, column_title, sources, reason, coder_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    step.matrixId,
    step.kind,
    step.columnUid,
    step.columnTitle,
    JSON.stringify(step.sources),
    step.reason,
    step.coderId,
    at,
  );
}

type StepRow = Omit<ReductionStep, 'sources'> & { readonly sources: string };

export function stepsOfMatrix(db: ReadableDb, matrixId: MatrixId): ReductionStep[] {
  return db
    .all<StepRow>(
      `SELECT step.kind, step.column_title AS columnTitle, step.sources, step.reason, coder.name AS coderName, step.at
       FROM reduction_step AS step JOIN coder ON coder.id = step.coder_id
       WHERE step.matrix_id = ? ORDER BY step.id`,
      matrixId,
    )
    .map((row) => ({
      ...row,
      // Written by insertStep, and by nobody else.
      sources: (JSON.parse(row.sources) as NewStep['sources']).map(({ matrix, column }) => ({
        matrix,
        column,
      })),
    }));
}
