import type Database from 'better-sqlite3';

const OF_A_CELL = [
  'cell_basis',
  'cell_confirmation',
  'cell_sentence',
  'cell_sentence_source',
  'check_assignment',
  'cell_check',
];

/**
 * Whatever removes a cell, by whatever handler: what was said about it goes with it, each row with its own line in the
 * journal, so undo brings all of it back. By triggers, so that no handler can forget it. Undo and redo restore only rows
 * that were recorded: there the check of somebody else keeps the cell in place.
 */
export function forgetCheckingOfRemovedCells(connection: Database.Database): void {
  connection.exec(`
    CREATE TEMP TRIGGER forget_checking_of_cell BEFORE DELETE ON main.matrix_cell
    WHEN (SELECT mode FROM journal_state) = 'recording'
    BEGIN
      ${OF_A_CELL.map((table) => `DELETE FROM ${table} WHERE cell_id = OLD.id;`).join('\n')}
    END;`);
}
