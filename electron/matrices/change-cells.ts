import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId } from '#shared/ids.ts';
import { symbolsOf } from '#shared/matrices/cell-kinds.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { reanchorLinks } from '#electron/checking/link-sentences.ts';
import { afterWriting, keepingFreshness } from '#electron/checking/stand-behind.ts';
import { admissibleCells, admissibleCodings } from './admissible-evidence.ts';
import { deleteCellIfEmpty, findCell, updateJudgement, updateSummary } from './cells-sql.ts';
import { requireColumn } from './change-columns.ts';
import { deleteEvidence, deleteUpstream, upsertEvidence, upsertUpstream } from './evidence-sql.ts';
import { nameOfPlace, requireRow, type CellAddress } from './find-row.ts';
import { storeCell } from './store-matrix.ts';

type Contract = typeof matricesContract;

/** The author of a cell is who changed it last; writing what is already there changes nothing. */
export function writeSummary(context: MutationContext, input: InputOf<Contract['writeSummary']>): void {
  const { db } = context;
  const place = nameOfPlace(db, input);
  const summary = input.summary.trim();
  const cell = findCell(db, input.columnId, input.rowKey);
  if (summary === (cell?.summary ?? '')) return;
  const authorId = context.requireCoder();
  context.label(summary === '' ? `Clear ${place}` : `Summarise ${place}`);
  if (input.typing !== undefined) context.typing(`${input.columnId} ${input.rowKey} ${input.typing}`);
  if (cell === undefined) {
    const row = requireRow(db, input);
    const id = storeCell(context, { ...row, columnId: input.columnId, summary, authorId, evidence: [] });
    afterWriting(context, id, authorId);
    return;
  }
  updateSummary(db, cell.id, summary, authorId, context.now());
  reanchorLinks(context, cell.id, summary);
  afterWriting(context, cell.id, authorId);
  deleteCellIfEmpty(db, cell.id);
}

const UNJUDGED = { rating: null, symbol: null, rationale: '' } as const;

/** A judgement of a kind that the column does not ask for is refused; taking one back never is. */
export function judge(context: MutationContext, input: InputOf<Contract['judge']>): void {
  const { db } = context;
  const place = nameOfPlace(db, input);
  const { kind, title } = requireColumn(db, input.columnId);
  const cell = findCell(db, input.columnId, input.rowKey);
  const before = cell ?? UNJUDGED;
  const after = {
    rating: input.rating === undefined ? before.rating : input.rating,
    symbol: input.symbol === undefined ? before.symbol : input.symbol,
    rationale: input.rationale?.trim() ?? before.rationale,
  };
  if (after.rating !== null && kind !== 'rating') throw notAsked(title, 'a rating');
  if (after.symbol !== null && !symbolsOf(kind).includes(after.symbol))
    throw notAsked(title, `“${after.symbol}”`);
  if (
    after.rating === before.rating &&
    after.symbol === before.symbol &&
    after.rationale === before.rationale
  )
    return;
  const authorId = context.requireCoder();
  context.label(labelOf(place, after.rating ?? after.symbol, before.rating ?? before.symbol));
  if (input.typing !== undefined) context.typing(`judge ${input.columnId} ${input.rowKey} ${input.typing}`);
  const id = ensureCell(context, input);
  updateJudgement(db, id, after, authorId, context.now());
  afterWriting(context, id, authorId);
  deleteCellIfEmpty(db, id);
}

function labelOf(place: string, after: string | null, before: string | null): string {
  if (after === before) return `Give the reason for ${place}`;
  return after === null ? `Take back the judgement of ${place}` : `Judge ${place}: ${after}`;
}

function notAsked(column: string, what: string): AppError {
  return new AppError('bad-input', { problems: [`The column “${column}” does not ask for ${what}.`] });
}

export function setEvidence(context: MutationContext, input: InputOf<Contract['setEvidence']>): void {
  const { db } = context;
  const { stance, codingIds, cellIds } = input;
  const place = nameOfPlace(db, input);
  if (stance !== null) {
    const codings = admissibleCodings(db, input, codingIds);
    if (codingIds.some((id) => !codings.has(id))) throw new AppError('not-found', { what: 'fragment' });
    const cells = cellIds.length === 0 ? new Set() : admissibleCells(db, input);
    if (cellIds.some((id) => !cells.has(id))) throw new AppError('not-found', { what: 'source cell' });
  }
  context.label(stance === null ? `Take evidence from ${place}` : `Attach evidence to ${place}`);
  keepingFreshness(context, findCell(db, input.columnId, input.rowKey)?.id, () => {
    if (stance === null) detach(context, input);
    else {
      const cellId = ensureCell(context, input);
      for (const id of codingIds) upsertEvidence(db, cellId, id, stance);
      for (const id of cellIds) upsertUpstream(db, cellId, id, stance);
    }
  });
}

function detach({ db }: MutationContext, input: InputOf<Contract['setEvidence']>): void {
  const cell = findCell(db, input.columnId, input.rowKey);
  if (cell === undefined) return;
  for (const id of input.codingIds) deleteEvidence(db, cell.id, id);
  for (const id of input.cellIds) deleteUpstream(db, cell.id, id);
  deleteCellIfEmpty(db, cell.id);
}

/** The cell at a place; one without a summary is made where there is none: evidence may be gathered before writing. */
export function ensureCell(context: MutationContext, place: CellAddress): CellId {
  const known = findCell(context.db, place.columnId, place.rowKey);
  if (known !== undefined) return known.id;
  return storeCell(context, {
    ...requireRow(context.db, place),
    columnId: place.columnId,
    summary: '',
    authorId: null,
    evidence: [],
  });
}
