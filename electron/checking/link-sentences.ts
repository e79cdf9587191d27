import type { checkingContract } from '#shared/checking/checking-contract.ts';
import { reanchorSentences, summarySentences } from '#shared/checking/sentence-links.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { nameOfCell } from './cell-names-sql.ts';
import { requireClaim } from './read-checking.ts';
import {
  deleteSentence,
  insertSentence,
  insertSourceSentence,
  renameSentence,
  sentencesOfCell,
} from './sentences-sql.ts';

type Contract = typeof checkingContract;

export function linkSentence(context: MutationContext, input: InputOf<Contract['linkSentence']>): void {
  const { db } = context;
  const { cellId, sentence, codingIds, sourceCellIds } = input;
  requireSentence(db, cellId, sentence);
  context.label(`Link a sentence of ${nameOfCell(db, cellId)}`);
  for (const codingId of codingIds) insertSentence(db, cellId, sentence, codingId);
  for (const sourceId of sourceCellIds) insertSourceSentence(db, cellId, sentence, sourceId);
}

export function unlinkSentence(context: MutationContext, input: InputOf<Contract['unlinkSentence']>): void {
  const { db } = context;
  context.label(`Take a link from a sentence of ${nameOfCell(db, input.cellId)}`);
  const { codingId, sourceCellId } = input;
  for (const link of sentencesOfCell(db, input.cellId)) {
    if (link.sentence !== input.sentence) continue;
    const isAll = codingId === undefined && sourceCellId === undefined;
    const isMeant =
      (codingId !== undefined && link.codingId === codingId) ||
      (sourceCellId !== undefined && link.sourceCellId === sourceCellId);
    if (isAll || isMeant) deleteSentence(db, link);
  }
}

export function moveLinks(context: MutationContext, input: InputOf<Contract['moveLinks']>): void {
  const { db } = context;
  requireSentence(db, input.cellId, input.to);
  context.label(`Move links in ${nameOfCell(db, input.cellId)}`);
  renameSentence(db, input.cellId, input.from, input.to);
}

/** Throws `not-found` and `sentence-not-found`. */
function requireSentence(db: ReadableDb, cellId: CellId, sentence: string): void {
  if (!summarySentences(requireClaim(db, cellId).summary).some(({ text }) => text === sentence))
    throw new AppError('sentence-not-found', { sentence });
}

/** The summary was edited: links go with their sentences, as far as these can be told. The others keep their old words. */
export function reanchorLinks(context: MutationContext, cellId: CellId, summary: string): void {
  const anchors = sentencesOfCell(context.db, cellId).map(({ sentence }) => sentence);
  if (anchors.length === 0) return;
  for (const [from, to] of reanchorSentences(anchors, summary)) {
    if (to !== null && to !== from) renameSentence(context.db, cellId, from, to);
  }
}
