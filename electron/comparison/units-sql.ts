import type { UnitKind } from '#shared/agreement/unit-rules.ts';
import type { SessionId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface StoredUnits {
  readonly session: string;
  readonly unitKind: UnitKind;
  /** JSON list of [start, end]. */
  readonly units: string;
}

const OF_SESSION = `session.name AS session, session.unit_kind AS unitKind, compared.units
  FROM comparison_transcript AS compared
  JOIN comparison_session AS session ON session.id = compared.session_id`;

const IS_NEWEST = `NOT EXISTS (SELECT 1 FROM transcript_version AS later
  WHERE later.transcript_id = version.transcript_id AND later.number > version.number)`;

/** Of the newest session with this transcript that is not compared yet, when its text is still the newest. */
export function unitsOfOpenSession(db: ReadableDb, id: TranscriptId): StoredUnits | undefined {
  return db.get(
    `SELECT ${OF_SESSION} JOIN transcript_version AS version ON version.id = compared.version_id
     WHERE compared.transcript_id = ? AND session.frozen_at IS NULL AND session.unit_kind <> 'free spans'
       AND ${IS_NEWEST}
     ORDER BY session.created_at DESC, session.id DESC LIMIT 1`,
    id,
  );
}

/** Those that came with a package to code from. */
export function sentUnits(db: ReadableDb, id: TranscriptId): StoredUnits | undefined {
  return db.get(
    `SELECT sent.session_name AS session, sent.unit_kind AS unitKind, sent.units
     FROM sent_unit_list AS sent JOIN transcript_version AS version ON version.id = sent.version_id
     WHERE version.transcript_id = ? AND ${IS_NEWEST}`,
    id,
  );
}

export function unitsOfSession(
  db: ReadableDb,
  id: SessionId,
): (StoredUnits & { readonly transcriptId: TranscriptId; readonly versionId: VersionId })[] {
  return db.all(
    `SELECT compared.transcript_id AS transcriptId, compared.version_id AS versionId, ${OF_SESSION}
     WHERE compared.session_id = ? ORDER BY compared.id`,
    id,
  );
}
