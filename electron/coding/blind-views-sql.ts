import type Database from 'better-sqlite3';
import type { CoderId } from '#shared/ids.ts';
import { statement } from '#electron/database/statements.ts';

/** Nothing of a comparison is shown while somebody still codes one of its texts. */
const SESSION_IS_OPEN = `session_id NOT IN (
  SELECT session_id FROM main.comparison_frozen WHERE version_id NOT IN (SELECT id FROM open_version))`;

/**
 * What a coder is shown while the study is coded blind. Each of these tables is shadowed, on a connection of its own, by
 * a temporary view of the same name, which SQLite prefers: a query that was written without a thought of blindness
 * cannot see past it. `self` stands for the coder who looks; `open` transcripts are those that all have finished.
 *
 * `main.` names the table itself; without it a name means the view.
 */
const SHADOWS = {
  // A consensus layer belongs to nobody, and holds what others did: it is shown when the transcript is open.
  coding: `layer_id IN (SELECT id FROM main.layer WHERE coder_id = self) OR version_id IN (SELECT id FROM open_version)`,
  coding_review: `coding_uid IN (SELECT uid FROM coding)`,
  comparison: `coding_id IN (SELECT id FROM coding)
    AND (coder_id = self OR coding_id IN (
      SELECT id FROM main.coding WHERE version_id IN (SELECT id FROM open_version)))`,
  cue_decision: `coder_id = self OR version_id IN (SELECT id FROM open_version)`,
  saturation_note: `coder_id = self OR transcript_id IN (SELECT id FROM open_transcript)`,
  cell_evidence: `coding_id IS NULL OR coding_id IN (SELECT id FROM coding)`,
  // Memos of others about what is still being coded give away what they see in it.
  memo: `author_id = self
    OR (coding_id IS NULL AND transcript_id IS NULL AND participant_id IS NULL)
    OR coding_id IN (SELECT id FROM main.coding WHERE version_id IN (SELECT id FROM open_version))
    OR transcript_id IN (SELECT id FROM open_transcript)
    OR (participant_id IS NOT NULL AND participant_id NOT IN (
      SELECT participant_id FROM main.transcript
      WHERE participant_id IS NOT NULL AND id NOT IN (SELECT id FROM open_transcript)))`,
  memo_link: `memo_id IN (SELECT id FROM memo)`,
  // An example shows that its passage has the code. Those that came from elsewhere are part of the codebook.
  code_example: `coding_uid IS NULL OR coding_uid IN (SELECT uid FROM coding)
    OR coding_uid NOT IN (SELECT uid FROM main.coding)`,
  comparison_frozen: `version_id IN (SELECT id FROM open_version)`,
  comparison_decision: SESSION_IS_OPEN,
  comparison_codebook_change: SESSION_IS_OPEN,
  comparison_result: SESSION_IS_OPEN,
  touched_coding: `coding_uid IN (SELECT uid FROM coding)`,
  merge_kept: `table_name NOT IN (SELECT name FROM shadowed) OR everything_open`,
  merge_event: `everything_open`,
  // The journal holds the rows of all of them, and labels that quote them.
  change: `table_name NOT IN (SELECT name FROM shadowed) OR everything_open
    OR CASE table_name
      WHEN 'coding' THEN row_json ->> 'layer_id' IN (SELECT id FROM main.layer WHERE coder_id = self)
        OR row_json ->> 'version_id' IN (SELECT id FROM open_version)
      WHEN 'memo' THEN row_json ->> 'author_id' = self
      WHEN 'cell_evidence' THEN row_json ->> 'coding_id' IS NULL
        OR row_json ->> 'coding_id' IN (SELECT id FROM coding)
      WHEN 'comparison' THEN row_json ->> 'coder_id' = self
        AND row_json ->> 'coding_id' IN (SELECT id FROM coding)
      WHEN 'coding_review' THEN row_json ->> 'coding_uid' IN (SELECT uid FROM coding)
      WHEN 'memo_link' THEN row_json ->> 'memo_id' IN (SELECT id FROM memo)
      WHEN 'code_example' THEN row_id IN (SELECT id FROM code_example)
      ELSE row_json ->> 'coder_id' = self
    END`,
  change_group: `coder_id IS self OR everything_open
    OR NOT EXISTS (SELECT 1 FROM main.change WHERE group_id = change_group.id
      AND table_name IN (SELECT name FROM shadowed))`,
} as const;

/** A count that was made over all layers: nothing of it is told before the transcript is open. */
const COUNTS = {
  correction: { column: 'kept', shownIf: 'version_id IN (SELECT id FROM open_version)' },
} as const;

/** The tables of which a coder sees only a part. */
export const shadowedTables: readonly string[] = Object.keys(SHADOWS);

/** Whether the study is coded blind at all. */
export function isBlind(connection: Database.Database): boolean {
  const [row] = statement(connection, 'SELECT blind FROM project').all() as { readonly blind: number }[];
  return row?.blind === 1;
}

/** From now on this connection shows what `viewer` may see, whatever is asked of it. It must never write. */
export function installBlindViews(connection: Database.Database, viewer: CoderId | null): void {
  const everythingOpen = `NOT EXISTS (
    SELECT 1 FROM main.transcript WHERE id NOT IN (SELECT id FROM open_transcript))`;
  connection.exec(`
    CREATE TEMP VIEW open_transcript AS
    SELECT id FROM main.transcript AS t WHERE NOT EXISTS (
      SELECT 1 FROM main.coder AS c
      WHERE (EXISTS (SELECT 1 FROM main.coding_assignment WHERE transcript_id = t.id AND coder_id = c.id)
             OR NOT EXISTS (SELECT 1 FROM main.coding_assignment WHERE transcript_id = t.id))
        AND NOT EXISTS (SELECT 1 FROM main.finished_mark WHERE transcript_id = t.id AND coder_id = c.id)
    );
    CREATE TEMP VIEW open_version AS
    SELECT id FROM main.transcript_version WHERE transcript_id IN (SELECT id FROM open_transcript);
    CREATE TEMP TABLE shadowed (name TEXT NOT NULL);
    INSERT INTO shadowed VALUES ${shadowedTables
      .filter((name) => !name.startsWith('change'))
      .map((name) => `('${name}')`)
      .join(', ')};
  `);
  for (const [table, condition] of Object.entries(SHADOWS)) {
    const filled = condition
      .replaceAll(/\bself\b/g, String(viewer ?? 0))
      .replaceAll('everything_open', everythingOpen)
      .replaceAll('row_json', 'coalesce(row_after, row_before)');
    connection.exec(`CREATE TEMP VIEW "${table}" AS SELECT * FROM main."${table}" WHERE ${filled}`);
  }
  for (const [table, { column, shownIf }] of Object.entries(COUNTS)) {
    const columns = (connection.pragma(`table_info(${table})`) as { readonly name: string }[]).map(
      ({ name }) =>
        name === column ? `CASE WHEN ${shownIf} THEN "${name}" ELSE 0 END AS "${name}"` : `"${name}"`,
    );
    connection.exec(`CREATE TEMP VIEW "${table}" AS SELECT ${columns.join(', ')} FROM main."${table}"`);
  }
}
