import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

const GIVEN = '(SELECT value FROM json_each(?))';

export interface KnownAs {
  readonly id: number;
  readonly uid: string;
  /** Of a version: the hash of its text, and its transcript. */
  readonly text: string | null;
  readonly transcriptId: number | null;
  /** Of a participant. */
  readonly code: string | null;
}

const COLUMNS = {
  participant: 'id, uid, NULL AS text, NULL AS transcriptId, code',
  transcript: 'id, uid, NULL AS text, NULL AS transcriptId, NULL AS code',
  transcript_version: 'id, uid, sha256 AS text, transcript_id AS transcriptId, NULL AS code',
} as const;

/** By what rows are known in copies of the project; all of the table for null. */
export function knownAs(
  db: ReadableDb,
  table: keyof typeof COLUMNS,
  ids: readonly number[] | null,
): readonly KnownAs[] {
  const all = `SELECT ${COLUMNS[table]} FROM main."${table}"`;
  return ids === null ? db.all(all) : db.all(`${all} WHERE id IN ${GIVEN}`, JSON.stringify(ids));
}

/** Other ids under which these came in merges. */
export function aliasesOf(db: ReadableDb, uids: readonly string[]): string[] {
  return db.column<string>(`SELECT uid FROM merge_alias WHERE same_as IN ${GIVEN}`, JSON.stringify(uids));
}

export function withdrawnHashes(db: ReadableDb): string[] {
  return db.column<string>('SELECT hash FROM withdrawn');
}

export function insertWithdrawn(db: WritableDb, hashes: readonly string[]): void {
  // In the order of the hashes: even which of them belong together is not to be read from it.
  for (const hash of hashes.toSorted()) db.run('INSERT OR IGNORE INTO withdrawn (hash) VALUES (?)', hash);
}

/** Whose transcripts are all among these. */
export function participantsWithoutText(db: ReadableDb, transcripts: readonly number[]): number[] {
  const given = JSON.stringify(transcripts);
  return db.column<number>(
    `SELECT DISTINCT participant_id FROM transcript AS gone WHERE id IN ${GIVEN} AND participant_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM transcript AS other
         WHERE other.participant_id = gone.participant_id AND other.id NOT IN ${GIVEN})`,
    given,
    given,
  );
}
