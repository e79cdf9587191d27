import { unpackInputs } from '#shared/checking/cell-inputs.ts';
import type { CellChecking, LinkedSentence } from '#shared/checking/checking-contract.ts';
import type { InputChange } from '#shared/checking/change-sentences.ts';
import { compareInputs } from '#shared/checking/compare-inputs.ts';
import { summarySentences } from '#shared/checking/sentence-links.ts';
import type { CellId, ColumnId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findCell } from '#electron/matrices/cells-sql.ts';
import { confirmationsOf, inputsOfCells, whoStandsBehind, type CellBasis } from './basis-sql.ts';
import { gatherInputs } from './gather-inputs.ts';
import { requireCheckedCell, requireClaim, shownCheck } from './read-checking.ts';
import { sentencesOfCell, type SentenceRecord } from './sentences-sql.ts';
import { onlySeen, surroundings } from './stale-cells.ts';
import { tellChanges } from './tell-changes.ts';

const NOTHING_YET: CellChecking = {
  cellId: null,
  cellUid: null,
  state: 'empty',
  mark: null,
  authorId: null,
  standsBehind: null,
  changes: [],
  confirmations: [],
  sentences: [],
  checks: [],
  assignments: [],
};

/** One cell as a claim. A place where nothing was written or marked holds nothing to tell. */
export function readCellChecking(db: ReadableDb, columnId: ColumnId, rowKey: RowKey): CellChecking {
  const record = findCell(db, columnId, rowKey);
  return record === undefined ? NOTHING_YET : readChecking(db, record.id);
}

export function readChecking(db: ReadableDb, cellId: CellId): CellChecking {
  const { cell, state, isStale, checks, assignments } = requireCheckedCell(db, cellId);
  const stood = whoStandsBehind(db, cellId);
  const claim = requireClaim(db, cellId);
  return {
    cellId,
    cellUid: claim.uid,
    state,
    mark: cell.mark,
    authorId: cell.authorId,
    standsBehind: stood === undefined ? null : { coder: stood.coder, at: stood.at },
    changes: isStale ? changesOf(db, cell) : [],
    confirmations: confirmationsOf(db, cellId).map(({ coder, at, what, note }) => ({
      coder,
      at,
      what,
      note,
    })),
    sentences: linkedSentences(claim.summary, sentencesOfCell(db, cellId)),
    checks: checks.map(shownCheck),
    assignments: assignments.map(({ checkerId, checker, mode, assignedBy, at }) => ({
      checkerId,
      checker,
      mode,
      assignedBy,
      at,
    })),
  };
}

/** What is not as it was when somebody last stood by the cell, in words. */
export function changesOf(db: ReadableDb, cell: CellBasis): readonly InputChange[] {
  const [kept] = inputsOfCells(db, [cell.cellId]);
  if (kept === undefined) return [];
  const whole = unpackInputs(kept.inputs);
  const then = onlySeen(db, new Map([[cell.cellId, whole]])).get(cell.cellId) ?? whole;
  const now = gatherInputs(db, surroundings(db, cell.matrixId), [cell], then.fragments).get(cell.cellId);
  return now === undefined ? [] : tellChanges(db, compareInputs(then, now), whole.codes);
}

function linkedSentences(summary: string, links: readonly SentenceRecord[]): LinkedSentence[] {
  const linksOf = Map.groupBy(links, ({ sentence }) => sentence);
  const present = summarySentences(summary);
  const said = new Set(present.map(({ text }) => text));
  return [
    ...present.map(({ text, start }) => linked(text, start, linksOf.get(text) ?? [])),
    ...[...linksOf].filter(([text]) => !said.has(text)).map(([text, own]) => linked(text, null, own)),
  ];
}

function linked(text: string, start: number | null, links: readonly SentenceRecord[]): LinkedSentence {
  const codingIds = links.flatMap(({ codingId }) => (codingId === null ? [] : [codingId]));
  const sourceCellIds = links.flatMap(({ sourceCellId }) => (sourceCellId === null ? [] : [sourceCellId]));
  return { text, start, codingIds, sourceCellIds, gone: links.filter(({ isGone }) => isGone === 1).length };
}
