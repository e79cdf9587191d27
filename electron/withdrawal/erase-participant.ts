import type Database from 'better-sqlite3';
import type { ParticipantId } from '#shared/ids.ts';
import type { StoredTexts } from '#shared/withdrawal/stored-texts.ts';
import type { OpenProject } from '#electron/core/session.ts';
import { WritableDb } from '#electron/database/handles.ts';
import { eraseFreePages } from '#electron/database/erase-free-pages.ts';
import { replay, type Actor } from '#electron/history/journal.ts';
import { rebuildSearchIndex } from '#electron/search/search-index-sql.ts';
import { markTypesOf } from '#electron/typologies/typologies-sql.ts';
import { cleanedRow, textsToClean } from './clean-rows.ts';
import { planErasure, planWithdrawal, type Erasure } from './plan-withdrawal.ts';
import { rememberWithdrawn } from './withdrawn-marks.ts';
import {
  changesOfOtherTables,
  codeOf,
  rowsThere,
  deleteRows,
  eraseChanges,
  eraseGroups,
  insertBarrier,
  textRows,
  updateChange,
  updateLabel,
  updateText,
} from './withdrawal-sql.ts';
import { tableRules } from './table-rules.ts';

export const WITHDRAWAL_LABEL = 'A participant withdrew: everything of theirs was erased';
const ERASED_STEP = 'A step that also concerned a participant who withdrew';

/**
 * Erases a participant: rows, quotations, the index, the journal, and the pages in which all that stood. In one
 * transaction of its own that the journal does not record; what the history keeps is one line that names nobody.
 */
export function eraseParticipant(
  { file, writable }: OpenProject,
  participantId: ParticipantId,
  { at, actor }: { readonly at: string; readonly actor: Actor },
): void {
  const { connection } = file;
  // What is freed from now on is overwritten with zeros.
  connection.pragma('secure_delete = ON');
  replay(connection, () => {
    const plan = planWithdrawal(writable, participantId);
    rememberWithdrawn(writable, plan.gone);
    markTypesOf(writable, participantId);
    eraseRows(writable, plan);
    eraseJournal(writable, plan);
    insertBarrier(writable, {
      at,
      coderId: actor.coderId,
      coderName: actor.coderName,
      method: 'withdrawal.withdraw',
      label: WITHDRAWAL_LABEL,
    });
    rebuildSearchIndex(connection);
  });
  eraseFreePages(connection);
}

/** Erases people from a copy that is about to be merged; by table, how many rows that were. */
export function eraseFromCopy(
  connection: Database.Database,
  from: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlyMap<string, number> {
  const db = new WritableDb(connection);
  return replay(connection, () => {
    const names = [...(from.get('participant') ?? [])].map((id) => codeOf(db, id as ParticipantId) ?? '');
    const plan = planErasure(db, from, names);
    const counts = new Map([...plan.gone].map(([table, ids]) => [table, rowsThere(db, table, [...ids])]));
    eraseRows(db, plan);
    eraseJournal(db, plan);
    return counts;
  });
}

function eraseRows(db: WritableDb, { gone, words }: Erasure): void {
  for (const table of [...tableRules(db).keys()].toReversed()) {
    deleteRows(db, table, [...(gone.get(table) ?? [])]);
  }
  const toClean = [...textsToClean(db, gone, words)];
  for (const { table, id, column, text } of toClean) putText(db, table, id, column, text);
}

/** What must differ from its neighbours (the name of a code) and would not any more gets a number. */
export function putText(db: WritableDb, table: string, id: number, column: string, text: string): void {
  for (let number = 1; ; number += 1) {
    try {
      updateText(db, table, id, column, number === 1 ? text : `${text} ${number}`);
      return;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
      if (!isTaken || number > 1000) throw error;
    }
  }
}

function eraseJournal(db: WritableDb, { gone, words }: Erasure): void {
  const groups = new Set<number>();
  for (const [table, ids] of gone) {
    for (const group of eraseChanges(db, table, [...ids])) groups.add(group);
  }
  eraseGroups(db, [...groups], ERASED_STEP);
  const asTheyAre = [...tableRules(db)].flatMap(([table, { asItIs }]) =>
    asItIs === undefined ? [] : [table],
  );
  cleanJournal(db, words, asTheyAre, groups);
}

/** Takes something out of all that the journal says, but for what it says of the tables `asTheyAre`. */
export function cleanJournal(
  db: WritableDb,
  words: StoredTexts,
  asTheyAre: readonly string[],
  erased: ReadonlySet<number>,
): void {
  for (const change of changesOfOtherTables(db, asTheyAre)) {
    const clean = (row: string | null): string | null =>
      row === null ? null : cleanedRow(change.table_name, row, words);
    const cleaned = {
      id: change.id,
      row_before: clean(change.row_before),
      row_after: clean(change.row_after),
    };
    if (cleaned.row_before !== change.row_before || cleaned.row_after !== change.row_after)
      updateChange(db, cleaned);
  }
  for (const { id, label } of textRows(db, 'change_group', ['label'], erased)) {
    const cleaned = words.without(String(label));
    if (cleaned !== label) updateLabel(db, id, cleaned);
  }
}
