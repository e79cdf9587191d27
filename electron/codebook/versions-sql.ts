import { must } from '#shared/assert.ts';
import type { CodebookVersion } from '#shared/codebook/code-depth-contract.ts';
import type { FirstUse, WordingChange } from '#shared/codebook/saturation.ts';
import type { CodebookVersionId, CodeId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function uidsOfCodes(db: ReadableDb): ReadonlyMap<CodeId, string> {
  const rows = db.all<{ readonly id: CodeId; readonly uid: string }>('SELECT id, uid FROM code');
  return new Map(rows.map(({ id, uid }) => [id, uid]));
}

export function listVersions(db: ReadableDb): CodebookVersion[] {
  return db.all<CodebookVersion>(
    `SELECT id, number, name, coder_name AS coderName, created_at AS createdAt,
            json_array_length(snapshot, '$.codes') AS codes
     FROM codebook_version ORDER BY number DESC`,
  );
}

export function snapshotOf(db: ReadableDb, id: CodebookVersionId): string | undefined {
  return db.column<string>('SELECT snapshot FROM codebook_version WHERE id = ?', id)[0];
}

export function nextNumber(db: ReadableDb): number {
  const found = db.column<number>('SELECT coalesce(max(number), 0) + 1 FROM codebook_version');
  return must(found[0], 'an aggregate returns one row');
}

export function coderNamed(db: ReadableDb, id: number): string {
  return db.column<string>('SELECT name FROM coder WHERE id = ?', id)[0] ?? '';
}

export function insertVersion(
  db: WritableDb,
  version: Omit<CodebookVersion, 'id' | 'codes'> & { readonly uid: string; readonly snapshot: string },
): void {
  db.runOne(
    `INSERT INTO codebook_version (uid, number, name, coder_name, created_at, snapshot) VALUES (?, ?, ?, ?, ?, ?)`,
    version.uid,
    version.number,
    version.name,
    version.coderName,
    version.createdAt,
    version.snapshot,
  );
}

/** When each code was first applied in each transcript, by whomever. */
export function firstUses(db: ReadableDb): FirstUse[] {
  return db.all<FirstUse>(
    `SELECT transcript.id AS transcriptId, transcript.title, coding.code_id AS codeId, min(coding.created_at) AS at
     FROM coding
     JOIN transcript_version AS version ON version.id = coding.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     GROUP BY transcript.id, coding.code_id ORDER BY at, transcript.position, min(coding.id)`,
  );
}

/** From the journal: changes of wording that stand. The wording with which a code was made is none. */
export function wordingChanges(db: ReadableDb): WordingChange[] {
  return db.all<WordingChange>(
    `SELECT change.row_id AS codeId, change_group.at
     FROM change_group JOIN change ON change.group_id = change_group.id
     WHERE change_group.method LIKE 'codebook.%' AND change_group.state = 'done' AND change.table_name = 'code'
       AND change.row_before IS NOT NULL AND change.row_after IS NOT NULL
       AND json_extract(change.row_before, '$.defined_at') IS NOT json_extract(change.row_after, '$.defined_at')
       AND EXISTS (SELECT 1 FROM code WHERE code.id = change.row_id)
     ORDER BY change.id`,
  );
}

export function newestVersion(
  db: ReadableDb,
): { readonly number: number; readonly snapshot: string } | undefined {
  return db.get('SELECT number, snapshot FROM codebook_version ORDER BY number DESC LIMIT 1');
}
