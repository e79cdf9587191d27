import type Database from 'better-sqlite3';
import type { LinkKind, TargetKind } from '#shared/memos/linked-things.ts';
import { memoHeading } from '#shared/memos/memo-heading.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';
import { codingName } from './find-things.ts';

/**
 * Whatever removes a thing that has memos, by whatever handler: the memos stay, about nothing now, and say what they
 * were about; links to it keep its last name. By triggers, so that no handler can forget it; they are TEMP triggers because some of them call a
 * function that only this program has. The journal records what they do, so undo restores exactly what was.
 *
 * Undo and redo themselves only restore recorded rows: there a memo of somebody else keeps what it is about in place.
 */
export function keepMemosOfRemovedThings(connection: Database.Database): void {
  connection.function(
    'coding_name',
    { deterministic: true },
    (text: unknown, start: unknown, end: unknown, codeName: unknown) =>
      codingName(String(text), Number(start), Number(end), String(codeName)),
  );
  connection.function('memo_heading', { deterministic: true }, (title: unknown, text: unknown) =>
    memoHeading(String(title), String(text)),
  );
  connection.exec(
    [
      trigger('participant', 'participant', 'participant_id', 'OLD.code'),
      trigger('transcript', 'transcript', 'transcript_id', 'OLD.title'),
      trigger('code', 'code', 'code_id', 'OLD.name'),
      trigger(
        'coding',
        'coding',
        'coding_id',
        `(SELECT coding_name(version.text, OLD.start, OLD."end", code.name)
          FROM transcript_version AS version, code WHERE version.id = OLD.version_id AND code.id = OLD.code_id)`,
      ),
      trigger(
        'cell',
        'matrix_cell',
        'cell_id',
        `(SELECT ${rowNameOf('OLD')} || ' × ' || title FROM matrix_column WHERE id = OLD.column_id)`,
      ),
      trigger(
        'type',
        'type',
        'type_id',
        `(SELECT OLD.name || ' (' || name || ')' FROM typology WHERE id = OLD.typology_id)`,
      ),
      linkTrigger('memo', 'memo', 'memo_heading(OLD.title, OLD.text)'),
    ].join('\n'),
  );
}

function trigger(kind: TargetKind, table: string, column: string, name: string): string {
  return `
    CREATE TEMP TRIGGER keep_memos_of_${kind} BEFORE DELETE ON main.${table}
    WHEN (SELECT mode FROM journal_state) = 'recording'
      AND EXISTS (SELECT 1 FROM memo WHERE ${column} = OLD.id)
    BEGIN
      UPDATE memo SET ${column} = NULL, was_kind = '${kind}', was_name = ${name} WHERE ${column} = OLD.id;
    END;
    ${linkTrigger(kind, table, name)}`;
}

function linkTrigger(kind: LinkKind, table: string, name: string): string {
  return `
    CREATE TEMP TRIGGER keep_name_of_linked_${kind} BEFORE DELETE ON main.${table}
    WHEN (SELECT mode FROM journal_state) = 'recording'
      AND EXISTS (SELECT 1 FROM memo_link WHERE target_uid = OLD.uid)
    BEGIN
      UPDATE memo_link SET was_name = ${name} WHERE target_uid = OLD.uid;
    END;`;
}
