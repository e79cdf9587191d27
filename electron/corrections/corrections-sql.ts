import { must } from '#shared/assert.ts';
import type { CorrectionKind, TranscriptVersion } from '#shared/corrections/corrections-contract.ts';
import type {
  CodeId,
  CoderId,
  CodingId,
  LayerId,
  TouchedCodingId,
  TranscriptId,
  VersionId,
} from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface VersionRow {
  readonly id: VersionId;
  readonly number: number;
  readonly text: string;
}

export function newestVersion(db: ReadableDb, id: TranscriptId): VersionRow | undefined {
  return db.get<VersionRow>(
    'SELECT id, number, text FROM transcript_version WHERE transcript_id = ? ORDER BY number DESC LIMIT 1',
    id,
  );
}

export function findVersion(
  db: ReadableDb,
  id: VersionId,
): (VersionRow & { readonly transcriptId: TranscriptId }) | undefined {
  return db.get(
    'SELECT id, number, text, transcript_id AS transcriptId FROM transcript_version WHERE id = ?',
    id,
  );
}

export interface CodingPlace extends TextRange {
  readonly id: CodingId;
  readonly uid: string;
  readonly codeId: CodeId;
  readonly layerId: LayerId;
  readonly codeName: string;
  readonly layerName: string;
  readonly coderId: CoderId | null;
}

export function codingsOfVersion(db: ReadableDb, versionId: VersionId): CodingPlace[] {
  return db.all<CodingPlace>(
    `SELECT coding.id, coding.uid, coding.start, coding."end" AS "end", coding.code_id AS codeId, coding.layer_id AS layerId,
            code.name AS codeName, layer.name AS layerName, layer.coder_id AS coderId
     FROM coding JOIN code ON code.id = coding.code_id JOIN layer ON layer.id = coding.layer_id
     WHERE coding.version_id = ? ORDER BY coding.start, coding."end" DESC, coding.id`,
    versionId,
  );
}

export function insertCorrection(
  db: WritableDb,
  correction: {
    readonly uid: string;
    readonly versionId: VersionId;
    readonly madeFrom: VersionId;
    readonly kind: CorrectionKind;
    readonly reason: string;
    readonly coderId: CoderId | null;
    readonly at: string;
    readonly kept: number;
  },
): number {
  const { uid, versionId, madeFrom, kind, reason, coderId, at, kept } = correction;
  return db.insert<number>(
    `INSERT INTO correction (uid, version_id, made_from_id, kind, reason, coder_id, at, kept)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    versionId,
    madeFrom,
    kind,
    reason,
    coderId,
    at,
    kept,
  );
}

export function insertTouched(
  db: WritableDb,
  correctionId: number,
  codingUid: string,
  outcome: 'changed' | 'lost',
  { start, end }: TextRange,
): void {
  db.runOne(
    'INSERT INTO touched_coding (correction_id, coding_uid, outcome, start, "end") VALUES (?, ?, ?, ?, ?)',
    correctionId,
    codingUid,
    outcome,
    start,
    end,
  );
}

export function listVersions(db: ReadableDb, id: TranscriptId): TranscriptVersion[] {
  return db
    .all<Omit<TranscriptVersion, 'made'> & NonNullable<TranscriptVersion['made']>>(
      `SELECT version.id, version.number, version.created_at AS createdAt, version.words, version.length AS characters,
              (SELECT count(*) FROM coding WHERE coding.version_id = version.id) AS codings,
              correction.kind, correction.reason, coder.name AS coderName, origin.number AS madeFrom, correction.kept,
              (SELECT count(*) FROM touched_coding WHERE correction_id = correction.id AND outcome = 'changed') AS changed,
              (SELECT count(*) FROM touched_coding WHERE correction_id = correction.id AND outcome = 'lost') AS lost
       FROM transcript_version AS version
       LEFT JOIN correction ON correction.version_id = version.id
       LEFT JOIN transcript_version AS origin ON origin.id = correction.made_from_id
       LEFT JOIN coder ON coder.id = correction.coder_id
       WHERE version.transcript_id = ? ORDER BY version.number DESC`,
      id,
    )
    .map(({ kind, reason, coderName, madeFrom, kept, changed, lost, ...version }) => ({
      ...version,
      // Without a correction the columns of it are null.
      made:
        (kind as CorrectionKind | null) === null
          ? null
          : { kind, reason, coderName, madeFrom, kept, changed, lost },
    }));
}

interface TouchedPlace extends CodingPlace {
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  readonly versionId: VersionId;
}

export interface ChangedRow extends TouchedPlace {
  readonly touchedId: TouchedCodingId;
  readonly oldVersionId: VersionId;
  readonly oldStart: number;
  readonly oldEnd: number;
}

const PLACED = `coding.id, coding.uid, coding.start, coding."end" AS "end", coding.code_id AS codeId,
  coding.layer_id AS layerId, code.name AS codeName, layer.name AS layerName, layer.coder_id AS coderId,
  transcript.id AS transcriptId, transcript.title AS transcriptTitle, coding.version_id AS versionId`;
const NEWER = `SELECT 1 FROM transcript_version AS newer
  WHERE newer.transcript_id = version.transcript_id AND newer.number > version.number`;

/** Changed by a correction, still in the newest version, and not settled. */
export function changedCodings(db: ReadableDb, id: TranscriptId | null): ChangedRow[] {
  return db.all<ChangedRow>(
    `SELECT ${PLACED}, touched.id AS touchedId, correction.made_from_id AS oldVersionId, touched.start AS oldStart,
            touched."end" AS oldEnd
     FROM touched_coding AS touched
     JOIN correction ON correction.id = touched.correction_id
     JOIN coding ON coding.uid = touched.coding_uid
     JOIN code ON code.id = coding.code_id
     JOIN layer ON layer.id = coding.layer_id
     JOIN transcript_version AS version ON version.id = coding.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     WHERE touched.outcome = 'changed' AND touched.settled = 0 AND NOT EXISTS (${NEWER})
       AND (? IS NULL OR transcript.id = ?)
     ORDER BY transcript.position, transcript.id, coding.start, coding.id`,
    id,
    id,
  );
}

/** Codings that stand in a version that is not the newest: their words are gone from it. */
export function lostCodings(db: ReadableDb, id: TranscriptId | null): TouchedPlace[] {
  return db.all<TouchedPlace>(
    `SELECT ${PLACED}
     FROM transcript_version AS version
     JOIN transcript ON transcript.id = version.transcript_id
     JOIN coding ON coding.version_id = version.id
     JOIN code ON code.id = coding.code_id
     JOIN layer ON layer.id = coding.layer_id
     WHERE EXISTS (${NEWER}) AND (? IS NULL OR transcript.id = ?)
     ORDER BY transcript.position, transcript.id, coding.start, coding.id`,
    id,
    id,
  );
}

export function settleTouched(db: WritableDb, ids: readonly TouchedCodingId[]): number {
  return db.run(
    'UPDATE touched_coding SET settled = 1 WHERE settled = 0 AND id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
}

/** The versions from `from` on, in order. */
export function versionsAfter(db: ReadableDb, from: VersionId): VersionRow[] {
  const versions = db.all<VersionRow>(
    `SELECT version.id, version.number, version.text FROM transcript_version AS version
     JOIN transcript_version AS first ON first.id = ? AND first.transcript_id = version.transcript_id
     WHERE version.number >= first.number ORDER BY version.number`,
    from,
  );
  must(versions[0], 'the version itself is among them');
  return versions;
}

/** For who removes a transcript. */
export function forgetCorrectionsOf(db: WritableDb, id: TranscriptId): void {
  const corrections = `(SELECT correction.id FROM correction
    JOIN transcript_version AS version ON version.id = correction.version_id WHERE version.transcript_id = ?)`;
  db.run(`DELETE FROM touched_coding WHERE correction_id IN ${corrections}`, id);
  db.run(`DELETE FROM correction WHERE id IN ${corrections}`, id);
}
