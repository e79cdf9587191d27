import type { KeptId } from '#shared/ids.ts';
import type { KeptRow } from '#shared/packages/packages-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface StoredKept extends Omit<KeptRow, 'noun' | 'fields' | 'transcriptId' | 'position'> {
  readonly rowKey: string;
  readonly state: string;
  readonly content: string;
}

const COLUMNS = `id, table_name AS "table", row_key AS rowKey, state, reason, label, content, from_name AS fromName, at,
  outcome, settled_by AS settledBy`;

export function listKept(db: ReadableDb): StoredKept[] {
  return db.all<StoredKept>(`SELECT ${COLUMNS} FROM merge_kept ORDER BY outcome IS NOT NULL, id DESC`);
}

export function findKept(db: ReadableDb, id: KeptId): StoredKept | undefined {
  return db.get<StoredKept>(`SELECT ${COLUMNS} FROM merge_kept WHERE id = ?`, id);
}

export function settleKept(
  db: WritableDb,
  id: KeptId,
  outcome: 'ours' | 'theirs' | null,
  by: string | null,
  at: string | null,
): void {
  db.runOne(
    'UPDATE merge_kept SET outcome = ?, settled_by = ?, settled_at = ? WHERE id = ?',
    outcome,
    by,
    at,
    id,
  );
}

export interface StoredEvent {
  readonly at: string;
  readonly coderName: string;
  readonly sourceName: string;
  readonly madeBy: string;
  readonly counts: string;
}

export function listEvents(db: ReadableDb): StoredEvent[] {
  return db.all<StoredEvent>(
    `SELECT at, coder_name AS coderName, source_name AS sourceName, made_by AS madeBy, counts
     FROM merge_event ORDER BY at DESC, id DESC`,
  );
}

export function insertEvent(
  db: WritableDb,
  uid: string,
  event: Omit<StoredEvent, 'counts'> & { readonly studyTitle: string; readonly counts: string },
): void {
  db.runOne(
    `INSERT INTO merge_event (uid, at, coder_name, source_name, study_title, made_by, counts)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    uid,
    event.at,
    event.coderName,
    event.sourceName,
    event.studyTitle,
    event.madeBy,
    event.counts,
  );
}
