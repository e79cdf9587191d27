import type { Verdict } from '#shared/checking/cell-state.ts';
import type { CoderId } from '#shared/ids.ts';
import type { Rating } from '#shared/matrices/cell-kinds.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface PackageRecord {
  readonly fingerprint: string;
  readonly studyUid: string;
  readonly studyTitle: string;
  readonly madeBy: string;
  readonly madeAt: string;
  /** JSON, as `checkPart` has it. */
  readonly content: string;
}

export function findPackage(db: ReadableDb): PackageRecord | undefined {
  return db.get<PackageRecord>(
    `SELECT fingerprint, study_uid AS studyUid, study_title AS studyTitle, made_by AS madeBy, made_at AS madeAt, content
     FROM check_package WHERE id = 1`,
  );
}

export function insertPackage(db: WritableDb, record: PackageRecord): void {
  db.runOne(
    `INSERT INTO check_package (id, fingerprint, study_uid, study_title, made_by, made_at, content)
     VALUES (1, ?, ?, ?, ?, ?, ?)`,
    record.fingerprint,
    record.studyUid,
    record.studyTitle,
    record.madeBy,
    record.madeAt,
    record.content,
  );
}

export interface PackageVerdict {
  readonly uid: string;
  readonly cellUid: string;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly at: string;
}

export function listPackageVerdicts(db: ReadableDb): PackageVerdict[] {
  return db.all<PackageVerdict>(
    `SELECT uid, cell_uid AS cellUid, own_summary AS ownSummary, own_rating AS ownRating, verdict, note, at
     FROM package_verdict ORDER BY id`,
  );
}

export function upsertPackageVerdict(db: WritableDb, verdict: PackageVerdict): void {
  db.runOne(
    `INSERT INTO package_verdict (uid, cell_uid, own_summary, own_rating, verdict, note, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (cell_uid) DO UPDATE SET own_summary = excluded.own_summary, own_rating = excluded.own_rating,
       verdict = excluded.verdict, note = excluded.note, at = excluded.at`,
    verdict.uid,
    verdict.cellUid,
    verdict.ownSummary,
    verdict.ownRating,
    verdict.verdict,
    verdict.note,
    verdict.at,
  );
}

export function coderUid(db: ReadableDb, id: CoderId): string | undefined {
  return db.column<string>('SELECT uid FROM coder WHERE id = ?', id)[0];
}

export function coderBy(
  db: ReadableDb,
  uid: string,
  name: string,
): { readonly id: CoderId; readonly name: string } | undefined {
  return db.get(
    'SELECT id, name FROM coder WHERE uid = ? OR name = ? ORDER BY uid = ? DESC LIMIT 1',
    uid,
    name,
    uid,
  );
}

export function studyOf(db: ReadableDb): { readonly uid: string; readonly title: string } | undefined {
  return db.get('SELECT uid, title FROM project WHERE id = 1');
}
