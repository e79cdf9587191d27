import type { CodebookChange, Outcome } from '#shared/comparison/comparison-contract.ts';
import type { CoderId, CodingId, SessionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface DecisionRow {
  readonly difference: string;
  readonly outcome: Outcome;
  readonly position: number | null;
  readonly reason: string;
  readonly proposedBy: number | null;
  /** JSON: places. */
  readonly yielded: string;
  readonly at: string;
  /** JSON: uids. */
  readonly codings: string;
}

export function decisionsOfSession(
  db: ReadableDb,
  id: SessionId,
): (DecisionRow & { readonly decidedBy: string })[] {
  return db.all(
    `SELECT difference, outcome, position, reason, proposed_by AS proposedBy, yielded, at, codings,
            coder.name AS decidedBy
     FROM comparison_decision JOIN coder ON coder.id = comparison_decision.decided_by
     WHERE session_id = ? ORDER BY comparison_decision.id`,
    id,
  );
}

export function countDecisions(db: ReadableDb, id: SessionId): number {
  return db.column<number>('SELECT count(*) FROM comparison_decision WHERE session_id = ?', id)[0] ?? 0;
}

export function findDecision(db: ReadableDb, id: SessionId, difference: string): DecisionRow | undefined {
  return db.get(
    `SELECT difference, outcome, position, reason, proposed_by AS proposedBy, yielded, at, codings
     FROM comparison_decision WHERE session_id = ? AND difference = ?`,
    id,
    difference,
  );
}

export function insertDecision(
  db: WritableDb,
  uid: string,
  sessionId: SessionId,
  decidedBy: CoderId,
  row: DecisionRow,
): void {
  db.runOne(
    `INSERT INTO comparison_decision (uid, session_id, difference, outcome, position, reason, proposed_by, yielded,
       decided_by, at, codings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    sessionId,
    row.difference,
    row.outcome,
    row.position,
    row.reason,
    row.proposedBy,
    row.yielded,
    decidedBy,
    row.at,
    row.codings,
  );
}

export function deleteDecision(db: WritableDb, sessionId: SessionId, difference: string): void {
  db.runOne('DELETE FROM comparison_decision WHERE session_id = ? AND difference = ?', sessionId, difference);
}

/** Those of the given uids that are still there. */
export function codingsByUid(db: ReadableDb, uids: string): CodingId[] {
  return db.column('SELECT id FROM coding WHERE uid IN (SELECT value FROM json_each(?))', uids);
}

export function uidOfCoding(db: ReadableDb, id: CodingId): string {
  return db.column<string>('SELECT uid FROM coding WHERE id = ?', id)[0] ?? '';
}

export function changesOfSession(db: ReadableDb, id: SessionId): CodebookChange[] {
  return (
    db
      .all<Omit<CodebookChange, 'differences'> & { readonly differences: string }>(
        `SELECT comparison_codebook_change.id, code_name AS codeName, code_uid AS codeUid, note, differences,
              coder.name AS coderName, at
       FROM comparison_codebook_change JOIN coder ON coder.id = comparison_codebook_change.coder_id
       WHERE session_id = ? ORDER BY comparison_codebook_change.id`,
        id,
      )
      // A list of keys, written by insertChange.
      .map((row) => ({ ...row, differences: JSON.parse(row.differences) as readonly string[] }))
  );
}

export function insertChange(
  db: WritableDb,
  uid: string,
  change: {
    readonly sessionId: SessionId;
    readonly codeUid: string;
    readonly codeName: string;
    readonly note: string;
    readonly differences: readonly string[];
    readonly coderId: CoderId;
    readonly at: string;
  },
): void {
  db.runOne(
    `INSERT INTO comparison_codebook_change (uid, session_id, code_uid, code_name, note, differences, coder_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    change.sessionId,
    change.codeUid,
    change.codeName,
    change.note,
    JSON.stringify(change.differences),
    change.coderId,
    change.at,
  );
}
