import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId, ColumnId, ParticipantId } from '#shared/ids.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { caseCode, deleteCellIfEmpty, findCell, updateSummary } from './cells-sql.ts';
import { requireColumn } from './change-columns.ts';
import { codingIsOfCase, deleteEvidence, upsertEvidence } from './evidence-sql.ts';
import { storeCell } from './store-matrix.ts';

type Contract = typeof matricesContract;

interface Place {
  readonly columnId: ColumnId;
  readonly participantId: ParticipantId;
}

/** How people call the cell: `T01 × Costs`. Throws `not-found` when the case or the column is gone. */
export function nameOfPlace(db: ReadableDb, { columnId, participantId }: Place): string {
  const { title } = requireColumn(db, columnId);
  const code = caseCode(db, participantId);
  if (code === undefined) throw new AppError('not-found', { what: 'case' });
  return `${code} × ${title}`;
}

/** The author of a summary is who changed it last; writing what is already there changes nothing. */
export function writeSummary(context: MutationContext, input: InputOf<Contract['writeSummary']>): void {
  const { db } = context;
  const place = nameOfPlace(db, input);
  const summary = input.summary.trim();
  const cell = findCell(db, input.columnId, input.participantId);
  if (summary === (cell?.summary ?? '')) return;
  const authorId = context.requireCoder();
  context.label(summary === '' ? `Clear ${place}` : `Summarise ${place}`);
  if (input.typing !== undefined) context.typing(`${input.columnId} ${input.participantId} ${input.typing}`);
  if (cell === undefined) {
    const { columnId, participantId } = input;
    storeCell(context, { columnId, participantId, summary, authorId, evidence: [] });
    return;
  }
  updateSummary(db, cell.id, summary, authorId, context.now());
  deleteCellIfEmpty(db, cell.id);
}

export function setEvidence(context: MutationContext, input: InputOf<Contract['setEvidence']>): void {
  const { stance, codingIds } = input;
  const place = nameOfPlace(context.db, input);
  for (const id of codingIds) {
    if (!codingIsOfCase(context.db, id, input.participantId))
      throw new AppError('not-found', { what: 'fragment' });
  }
  context.label(stance === null ? `Take evidence from ${place}` : `Attach evidence to ${place}`);
  if (stance === null) detach(context, input);
  else {
    const cellId = ensureCell(context, input);
    for (const id of codingIds) upsertEvidence(context.db, cellId, id, stance);
  }
}

function detach({ db }: MutationContext, input: InputOf<Contract['setEvidence']>): void {
  const cell = findCell(db, input.columnId, input.participantId);
  if (cell === undefined) return;
  for (const id of input.codingIds) deleteEvidence(db, cell.id, id);
  deleteCellIfEmpty(db, cell.id);
}

/** The cell at a place; one without a summary is made where there is none: evidence may be gathered before writing. */
export function ensureCell(context: MutationContext, { columnId, participantId }: Place): CellId {
  const known = findCell(context.db, columnId, participantId);
  if (known !== undefined) return known.id;
  return storeCell(context, { columnId, participantId, summary: '', authorId: null, evidence: [] });
}
