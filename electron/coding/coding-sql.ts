import { must } from '#shared/assert.ts';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { CodeId, CoderId, CodingId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface CodingRow extends Coding {
  readonly versionId: VersionId;
}

/** What of a coding can be changed or is said of it; its layer and version never change. */
export interface StoredCoding extends Omit<CodingRow, 'id' | 'translator'> {
  readonly translatorId: CoderId | null;
}

/** The columns of a coding, for whoever reads codings; `codingOf` makes a coding of what they give. */
export const CODING_COLUMNS = `coding.id, coding.layer_id AS layerId, coding.version_id AS versionId,
  coding.code_id AS codeId, coding.start, coding."end" AS "end", coding.weight, coding.certainty,
  coding.good_quotation AS goodQuotation, coding.memo, coding.translation,
  (SELECT name FROM coder WHERE coder.id = coding.translator_id) AS translator, coding.created_at AS createdAt`;

/** SQLite knows no booleans. */
export type Raw<Row extends { readonly goodQuotation: boolean }> = Omit<Row, 'goodQuotation'> & {
  readonly goodQuotation: number;
};

export function codingOf<Row extends { readonly goodQuotation: number }>(
  row: Row,
): Omit<Row, 'goodQuotation'> & { readonly goodQuotation: boolean } {
  return { ...row, goodQuotation: row.goodQuotation === 1 };
}

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

/** The title of the transcript when it has a newer version than this one. */
export function titleOfNewer(db: ReadableDb, versionId: VersionId): string | undefined {
  return db.column<string>(
    `SELECT transcript.title FROM transcript_version AS version
     JOIN transcript_version AS newer
       ON newer.transcript_id = version.transcript_id AND newer.number = version.number + 1
     JOIN transcript ON transcript.id = version.transcript_id WHERE version.id = ?`,
    versionId,
  )[0];
}

/** The newest version of a transcript, by the names that travel between files. */
export function newestVersion(
  db: ReadableDb,
  transcriptId: TranscriptId,
): { readonly transcriptUid: string; readonly uid: string; readonly length: number } | undefined {
  return db.get(
    `SELECT transcript.uid AS transcriptUid, version.uid, version.length
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE transcript.id = ? ORDER BY version.number DESC LIMIT 1`,
    transcriptId,
  );
}

export function titleOfTranscript(db: ReadableDb, id: TranscriptId): string | undefined {
  return db.column<string>('SELECT title FROM transcript WHERE id = ?', id)[0];
}

export function nameOfCode(db: ReadableDb, codeId: CodeId): string | undefined {
  return db.column<string>('SELECT name FROM code WHERE id = ?', codeId)[0];
}

export function codingsOfTranscript(db: ReadableDb, transcriptId: TranscriptId): Coding[] {
  return db
    .all<Raw<Coding>>(
      `SELECT coding.id, layer_id AS layerId, code_id AS codeId, start, "end", weight, certainty,
              good_quotation AS goodQuotation, memo, translation,
              (SELECT name FROM coder WHERE coder.id = translator_id) AS translator, created_at AS createdAt
       FROM coding
       WHERE version_id = (SELECT id FROM transcript_version WHERE transcript_id = ? ORDER BY number DESC LIMIT 1)
       ORDER BY start, "end" DESC, coding.id`,
      transcriptId,
    )
    .map(codingOf);
}

export function codingsByIds(db: ReadableDb, ids: readonly CodingId[]): CodingRow[] {
  return db
    .all<Raw<CodingRow>>(
      `SELECT ${CODING_COLUMNS} FROM coding
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY start, "end" DESC, id`,
      JSON.stringify(ids),
    )
    .map(codingOf);
}

/** A coding, and whose it is: `coderId` is null in a consensus layer. */
export interface FoundCoding extends CodingRow {
  readonly translatorId: CoderId | null;
  readonly coderId: CoderId | null;
  readonly layerName: string;
}

export function findCoding(db: ReadableDb, id: CodingId): FoundCoding | undefined {
  const row = db.get<Raw<FoundCoding>>(
    `SELECT ${CODING_COLUMNS}, coding.translator_id AS translatorId, layer.coder_id AS coderId,
            layer.name AS layerName
     FROM coding JOIN layer ON layer.id = coding.layer_id WHERE coding.id = ?`,
    id,
  );
  return row === undefined ? undefined : codingOf(row);
}

/** Of one code in one layer of one version, in the order of the text. */
export function codingsOfCode(
  db: ReadableDb,
  { versionId, layerId, codeId }: Pick<CodingRow, 'versionId' | 'layerId' | 'codeId'>,
): CodingRow[] {
  return db
    .all<Raw<CodingRow>>(
      `SELECT ${CODING_COLUMNS} FROM coding WHERE version_id = ? AND layer_id = ? AND code_id = ?
       ORDER BY start, "end" DESC, id`,
      versionId,
      layerId,
      codeId,
    )
    .map(codingOf);
}

/** The coding of this code that stands on exactly this passage in this layer. */
export function twinOn(
  db: ReadableDb,
  {
    versionId,
    start,
    end,
    codeId,
    layerId,
  }: Pick<CodingRow, 'versionId' | 'start' | 'end' | 'codeId' | 'layerId'>,
): CodingId | undefined {
  return db.column<CodingId>(
    'SELECT id FROM coding WHERE version_id = ? AND start = ? AND "end" = ? AND code_id = ? AND layer_id = ?',
    versionId,
    start,
    end,
    codeId,
    layerId,
  )[0];
}

export function codeHasPoles(db: ReadableDb, codeId: CodeId): boolean {
  return db.column<number>('SELECT pole_low IS NOT NULL FROM code WHERE id = ?', codeId)[0] === 1;
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

export function insertCoding(db: WritableDb, uid: string, coding: StoredCoding): CodingId {
  const { layerId, versionId, codeId, start, end, weight, certainty, goodQuotation } = coding;
  return db.insert<CodingId>(
    `INSERT INTO coding (uid, layer_id, version_id, code_id, start, "end", weight, certainty, good_quotation, memo,
                         translation, translator_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    layerId,
    versionId,
    codeId,
    start,
    end,
    weight,
    certainty,
    goodQuotation ? 1 : 0,
    coding.memo,
    coding.translation,
    coding.translatorId,
    coding.createdAt,
  );
}

export function updateCoding(
  db: WritableDb,
  coding: Omit<StoredCoding, 'createdAt' | 'layerId' | 'versionId'> & Pick<CodingRow, 'id'>,
): void {
  const { id, codeId, start, end, weight, certainty, goodQuotation } = coding;
  db.runOne(
    `UPDATE coding SET code_id = ?, start = ?, "end" = ?, weight = ?, certainty = ?, good_quotation = ?, memo = ?,
                       translation = ?, translator_id = ? WHERE id = ?`,
    codeId,
    start,
    end,
    weight,
    certainty,
    goodQuotation ? 1 : 0,
    coding.memo,
    coding.translation,
    coding.translatorId,
    id,
  );
}

/** For who corrects a transcript: the same coding, in another version of the text. */
export function moveCoding(
  db: WritableDb,
  id: CodingId,
  versionId: VersionId,
  { start, end }: TextRange,
): void {
  db.runOne('UPDATE coding SET version_id = ?, start = ?, "end" = ? WHERE id = ?', versionId, start, end, id);
}

export function deleteCoding(db: WritableDb, id: CodingId): void {
  db.runOne('DELETE FROM coding WHERE id = ?', id);
}
