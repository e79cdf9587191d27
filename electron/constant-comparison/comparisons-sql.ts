import type { Comparison, Verdict } from '#shared/constant-comparison/constant-comparison-contract.ts';
import type {
  AttributeId,
  CodeId,
  CoderId,
  CodingId,
  LayerId,
  ParticipantId,
  TranscriptId,
} from '#shared/ids.ts';
import type { ComparisonKind } from '#shared/memos/memos-contract.ts';
import { OLD_VERSIONS } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

const ASKED = '(SELECT value FROM json_each(?))';

export function comparisonsOfCode(db: ReadableDb, coderId: CoderId, codeId: CodeId): Comparison[] {
  return db.all(
    `SELECT coding_id AS codingId, other_id AS otherId, verdict, kind, at FROM comparison
     WHERE code_id = ? AND coder_id = ? ORDER BY at, id`,
    codeId,
    coderId,
  );
}

/** Codings of a layer that this coder never held against others of the code; in the order in which they were made. */
export function notYetCompared(
  db: ReadableDb,
  coderId: CoderId,
  layerId: LayerId,
  codeId: CodeId,
): CodingId[] {
  return db.column<CodingId>(
    `SELECT coding.id FROM coding
     WHERE coding.code_id = ? AND coding.layer_id = ? AND coding.version_id NOT IN (${OLD_VERSIONS})
       AND NOT EXISTS (SELECT 1 FROM comparison WHERE comparison.coding_id = coding.id
                       AND comparison.code_id = coding.code_id AND comparison.coder_id = ?)
     ORDER BY coding.created_at, coding.id`,
    codeId,
    layerId,
    coderId,
  );
}

export interface StandingRow {
  readonly codingId: CodingId;
  readonly transcriptId: TranscriptId;
  readonly participantId: ParticipantId | null;
  readonly group: string | null;
}

const STANDING = `SELECT coding.id AS codingId, transcript.id AS transcriptId, transcript.participant_id AS participantId,
    attribute_value.value AS "group"
  FROM coding
  JOIN transcript_version AS version ON version.id = coding.version_id
  JOIN transcript ON transcript.id = version.transcript_id
  LEFT JOIN attribute_value ON attribute_value.participant_id = transcript.participant_id
    AND attribute_value.attribute_id = ?`;

export function standingOf(
  db: ReadableDb,
  codingId: CodingId,
  attributeId: AttributeId | null,
): StandingRow | undefined {
  return db.get(`${STANDING} WHERE coding.id = ?`, attributeId, codingId);
}

/** Of the other codings of a code in one layer. */
export function standingsOfOthers(
  db: ReadableDb,
  codingId: CodingId,
  codeId: CodeId,
  attributeId: AttributeId | null,
): StandingRow[] {
  return db.all(
    `${STANDING} WHERE coding.code_id = ? AND coding.id <> ? AND coding.version_id NOT IN (${OLD_VERSIONS})
       AND coding.layer_id = (SELECT layer_id FROM coding WHERE id = ?)`,
    attributeId,
    codeId,
    codingId,
    codingId,
  );
}

export function uidOfCoding(db: ReadableDb, id: CodingId): string | undefined {
  return db.column<string>('SELECT uid FROM coding WHERE id = ?', id)[0];
}

export interface ComparisonRow {
  readonly coderId: CoderId;
  readonly codeId: CodeId;
  readonly codingId: CodingId;
  readonly otherId: CodingId | null;
}

export function insertComparison(
  db: WritableDb,
  uid: string,
  { coderId, codeId, codingId, otherId }: ComparisonRow,
  outcome: { readonly verdict: Verdict; readonly kind: ComparisonKind; readonly at: string },
): void {
  db.runOne(
    `INSERT INTO comparison (uid, coder_id, code_id, coding_id, other_id, verdict, kind, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    coderId,
    codeId,
    codingId,
    otherId,
    outcome.verdict,
    outcome.kind,
    outcome.at,
  );
}

export function deleteComparison(
  db: WritableDb,
  { coderId, codeId, codingId, otherId }: ComparisonRow,
): void {
  db.run(
    'DELETE FROM comparison WHERE coder_id = ? AND code_id = ? AND coding_id = ? AND other_id IS ?',
    coderId,
    codeId,
    codingId,
    otherId,
  );
}

/** For whoever removes codings: what was found about them goes with them. */
export function forgetComparisonsOf(db: WritableDb, codingIds: readonly CodingId[]): void {
  const ids = JSON.stringify(codingIds);
  db.run(`DELETE FROM comparison WHERE coding_id IN ${ASKED} OR other_id IN ${ASKED}`, ids, ids);
}

/** For who removes codes: verdicts about a code stay while its fragments have gone to another code, but not without it. */
export function forgetComparisonsOfCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  db.run(`DELETE FROM comparison WHERE code_id IN ${ASKED}`, JSON.stringify(codeIds));
}

/** For who merges codes, after the codings that fell together are gone. */
export function moveComparisonsOfCode(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run(
    `DELETE FROM comparison WHERE code_id = ? AND EXISTS (
       SELECT 1 FROM comparison AS kept WHERE kept.code_id = ? AND kept.coding_id = comparison.coding_id
         AND kept.coder_id = comparison.coder_id AND kept.other_id IS comparison.other_id)`,
    from,
    into,
  );
  db.run('UPDATE comparison SET code_id = ? WHERE code_id = ?', into, from);
}
