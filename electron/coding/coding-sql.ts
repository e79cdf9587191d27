import { must } from '#shared/assert.ts';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { CodeId, CoderId, CodingId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface CodingRow {
  readonly id: CodingId;
  readonly layerId: LayerId;
  readonly versionId: VersionId;
  readonly codeId: CodeId;
  readonly start: number;
  readonly end: number;
  readonly weight: number | null;
  readonly memo: string;
  readonly translation: string;
  readonly createdAt: string;
}

const COLUMNS = `coding.id, coding.layer_id AS layerId, coding.version_id AS versionId, coding.code_id AS codeId,
  coding.start, coding."end" AS "end", coding.weight, coding.memo, coding.translation, coding.created_at AS createdAt`;

export function listLayers(db: ReadableDb, coderId: CoderId | null): Layer[] {
  return db
    .all<{ readonly id: LayerId; readonly name: string; readonly own: number }>(
      'SELECT id, name, coder_id IS NOT NULL AND coder_id = ? AS own FROM layer ORDER BY id',
      coderId,
    )
    .map(({ id, name, own }) => ({ id, name, own: own === 1 }));
}

export function layerOfCoder(db: ReadableDb, coderId: CoderId): LayerId {
  return must(
    db.column<LayerId>('SELECT id FROM layer WHERE coder_id = ?', coderId)[0],
    'every coder has a layer of their own',
  );
}

export function textOfVersion(db: ReadableDb, versionId: VersionId): string | undefined {
  return db.column<string>('SELECT text FROM transcript_version WHERE id = ?', versionId)[0];
}

export function hasVersion(db: ReadableDb, versionId: VersionId): boolean {
  return db.column<number>('SELECT 1 FROM transcript_version WHERE id = ?', versionId).length === 1;
}

export function nameOfCode(db: ReadableDb, codeId: CodeId): string | undefined {
  return db.column<string>('SELECT name FROM code WHERE id = ?', codeId)[0];
}

export function codingsOfTranscript(db: ReadableDb, transcriptId: TranscriptId): Coding[] {
  return db.all<Coding>(
    `SELECT id, layer_id AS layerId, code_id AS codeId, start, "end", weight, memo, translation, created_at AS createdAt
     FROM coding
     WHERE version_id = (SELECT id FROM transcript_version WHERE transcript_id = ? ORDER BY number DESC LIMIT 1)
     ORDER BY start, "end" DESC, id`,
    transcriptId,
  );
}

export function codingsByIds(db: ReadableDb, ids: readonly CodingId[]): CodingRow[] {
  return db.all<CodingRow>(
    `SELECT ${COLUMNS} FROM coding WHERE id IN (SELECT value FROM json_each(?)) ORDER BY start, "end" DESC, id`,
    JSON.stringify(ids),
  );
}

/** A coding, and whose it is: `coderId` is null in a consensus layer. */
export function findCoding(
  db: ReadableDb,
  id: CodingId,
): (CodingRow & { readonly coderId: CoderId | null; readonly layerName: string }) | undefined {
  return db.get(
    `SELECT ${COLUMNS}, layer.coder_id AS coderId, layer.name AS layerName
     FROM coding JOIN layer ON layer.id = coding.layer_id WHERE coding.id = ?`,
    id,
  );
}

export function codesOfRange(
  db: ReadableDb,
  layerId: LayerId,
  versionId: VersionId,
  start: number,
  end: number,
): ReadonlySet<CodeId> {
  return new Set(
    db.column<CodeId>(
      'SELECT code_id FROM coding WHERE version_id = ? AND start = ? AND "end" = ? AND layer_id = ?',
      versionId,
      start,
      end,
      layerId,
    ),
  );
}

export function insertCoding(
  db: WritableDb,
  uid: string,
  { layerId, versionId, codeId, start, end, weight, memo, translation, createdAt }: Omit<CodingRow, 'id'>,
): CodingId {
  return db.insert<CodingId>(
    `INSERT INTO coding (uid, layer_id, version_id, code_id, start, "end", weight, memo, translation, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    layerId,
    versionId,
    codeId,
    start,
    end,
    weight,
    memo,
    translation,
    createdAt,
  );
}

export function updateCoding(
  db: WritableDb,
  { id, start, end, weight, memo, translation }: Omit<CodingRow, 'createdAt' | 'layerId' | 'versionId'>,
): void {
  db.runOne(
    'UPDATE coding SET start = ?, "end" = ?, weight = ?, memo = ?, translation = ? WHERE id = ?',
    start,
    end,
    weight,
    memo,
    translation,
    id,
  );
}

export function deleteCoding(db: WritableDb, id: CodingId): void {
  db.runOne('DELETE FROM coding WHERE id = ?', id);
}
