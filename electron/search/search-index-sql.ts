import type Database from 'better-sqlite3';
import { foldText } from '#shared/search/fold-text.ts';
import { COLUMN_ROOM, noteColumns, type NoteColumn } from './note-columns.ts';

/**
 * Keeps the search indexes by triggers, so that no handler can forget it, and undo and redo keep it too. They are TEMP
 * triggers, like those of the journal, because they call a function that only this program has.
 */
export function installSearchIndex(connection: Database.Database): void {
  connection.function(
    'folded_words',
    { deterministic: true },
    (text: unknown) => foldText(String(text)).text,
  );
  connection.exec(`
    CREATE TEMP TRIGGER search_index_insert AFTER INSERT ON main.transcript_version
    WHEN NOT EXISTS (
      SELECT 1 FROM transcript_version WHERE transcript_id = NEW.transcript_id AND number > NEW.number
    )
    BEGIN
      DELETE FROM transcript_index WHERE rowid IN (
        SELECT id FROM transcript_version WHERE transcript_id = NEW.transcript_id AND number < NEW.number
      );
      INSERT INTO transcript_index (rowid, words) VALUES (NEW.id, folded_words(NEW.text));
    END;

    CREATE TEMP TRIGGER search_index_delete AFTER DELETE ON main.transcript_version
    WHEN NOT EXISTS (
      SELECT 1 FROM transcript_version WHERE transcript_id = OLD.transcript_id AND number > OLD.number
    )
    BEGIN
      DELETE FROM transcript_index WHERE rowid = OLD.id;
      INSERT INTO transcript_index (rowid, words)
      SELECT id, folded_words(text) FROM transcript_version
      WHERE transcript_id = OLD.transcript_id ORDER BY number DESC LIMIT 1;
    END;
  `);
  for (const column of noteColumns) connection.exec(noteTriggers(column));
  indexNotesOnce(connection);
}

function noteTriggers({ number, table, column }: NoteColumn): string {
  const remove = `DELETE FROM note_index WHERE rowid = ${noteRow('OLD.id', number)};`;
  const add = `INSERT INTO note_index (rowid, words)
    SELECT ${noteRow('NEW.id', number)}, folded_words(NEW.${column}) WHERE NEW.${column} <> '';`;
  const name = `search_${table}_${column}`;
  return `
    CREATE TEMP TRIGGER ${name}_insert AFTER INSERT ON main.${table} WHEN NEW.${column} <> '' BEGIN ${add} END;
    CREATE TEMP TRIGGER ${name}_delete AFTER DELETE ON main.${table} WHEN OLD.${column} <> '' BEGIN ${remove} END;
    CREATE TEMP TRIGGER ${name}_update AFTER UPDATE OF ${column} ON main.${table}
    WHEN OLD.${column} IS NOT NEW.${column} BEGIN ${remove} ${add} END;`;
}

function noteRow(id: string, number: number): string {
  return `${id} * ${COLUMN_ROOM} + ${number}`;
}

/** Makes the indexes anew, so that words of what was erased stand nowhere in them: deleting only marks them. */
export function rebuildSearchIndex(connection: Database.Database): void {
  connection.exec(`
    INSERT INTO transcript_index (transcript_index) VALUES ('delete-all');
    INSERT INTO transcript_index (rowid, words)
    SELECT id, folded_words(text) FROM transcript_version AS version
    WHERE NOT EXISTS (SELECT 1 FROM transcript_version AS newer
                      WHERE newer.transcript_id = version.transcript_id AND newer.number > version.number);
    INSERT INTO note_index (note_index) VALUES ('delete-all');`);
  indexNotes(connection);
}

/** For a file from before there was this index. Where anything was ever written the index is not empty. */
function indexNotesOnce(connection: Database.Database): void {
  if (connection.prepare('SELECT rowid FROM note_index LIMIT 1').get() !== undefined) return;
  connection.transaction(() => indexNotes(connection))();
}

function indexNotes(connection: Database.Database): void {
  for (const { number, table, column } of noteColumns) {
    connection.exec(
      `INSERT INTO note_index (rowid, words)
       SELECT ${noteRow('id', number)}, folded_words(${column}) FROM ${table} WHERE ${column} <> ''`,
    );
  }
}
