import type { CodeId, CodingId } from '#shared/ids.ts';
import type { WritableDb } from '#electron/database/handles.ts';

/** For who merges codes: memos on the one are memos on the other. */
export function moveMemosOfCode(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run('UPDATE memo SET code_id = ? WHERE code_id = ?', into, from);
}

export function moveMemosOfCoding(db: WritableDb, from: CodingId, into: CodingId): void {
  db.run('UPDATE memo SET coding_id = ? WHERE coding_id = ?', into, from);
}
