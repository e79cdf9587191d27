import type Database from 'better-sqlite3';
import { foldText } from '#shared/search/fold-text.ts';

/**
 * Keeps the search index by triggers, so that no handler can forget it, and undo and redo keep it too. They are TEMP
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
}
