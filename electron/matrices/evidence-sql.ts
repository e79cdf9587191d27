import type { CellId, CodingId, ParticipantId, VersionId } from '#shared/ids.ts';
import type { Stance } from '#shared/matrices/matrices-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { deleteCellIfEmpty } from './cells-sql.ts';

export interface EvidenceRecord {
  readonly codingId: CodingId;
  readonly stance: Stance;
}

/** The fragments that a cell rests on. */
export function evidenceOfCell(db: ReadableDb, cellId: CellId): EvidenceRecord[] {
  return db.all<EvidenceRecord>(
    `SELECT coding_id AS codingId, stance FROM cell_evidence WHERE cell_id = ? AND coding_id IS NOT NULL
     ORDER BY id`,
    cellId,
  );
}

export interface UpstreamEvidence {
  readonly sourceCellId: CellId;
  readonly stance: Stance;
}

/** The cells of other matrices that a cell rests on. */
export function upstreamEvidenceOfCell(db: ReadableDb, cellId: CellId): UpstreamEvidence[] {
  return db.all<UpstreamEvidence>(
    `SELECT source_cell_id AS sourceCellId, stance FROM cell_evidence
     WHERE cell_id = ? AND source_cell_id IS NOT NULL ORDER BY id`,
    cellId,
  );
}

/** Of the codings, those that lie in a transcript of one of the cases: other people's words are no evidence for it. */
export function codingsOfCases(
  db: ReadableDb,
  codingIds: readonly CodingId[],
  participantIds: readonly ParticipantId[],
): CodingId[] {
  return db.column<CodingId>(
    `SELECT coding.id FROM coding
     JOIN transcript_version AS version ON version.id = coding.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     WHERE coding.id IN (SELECT value FROM json_each(?))
       AND transcript.participant_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(codingIds),
    JSON.stringify(participantIds),
  );
}

export function upsertUpstream(db: WritableDb, cellId: CellId, sourceCellId: CellId, stance: Stance): void {
  db.run(
    `INSERT INTO cell_evidence (cell_id, source_cell_id, stance) VALUES (?, ?, ?)
     ON CONFLICT (cell_id, source_cell_id) DO UPDATE SET stance = excluded.stance
     WHERE stance <> excluded.stance`,
    cellId,
    sourceCellId,
    stance,
  );
}

export function deleteUpstream(db: WritableDb, cellId: CellId, sourceCellId: CellId): void {
  db.run('DELETE FROM cell_evidence WHERE cell_id = ? AND source_cell_id = ?', cellId, sourceCellId);
}

export function upsertEvidence(db: WritableDb, cellId: CellId, codingId: CodingId, stance: Stance): void {
  db.run(
    `INSERT INTO cell_evidence (cell_id, coding_id, stance) VALUES (?, ?, ?)
     ON CONFLICT (cell_id, coding_id) DO UPDATE SET stance = excluded.stance WHERE stance <> excluded.stance`,
    cellId,
    codingId,
    stance,
  );
}

export function deleteEvidence(db: WritableDb, cellId: CellId, codingId: CodingId): void {
  db.run('DELETE FROM cell_evidence WHERE cell_id = ? AND coding_id = ?', cellId, codingId);
}

/** For who removes codings: takes them out of every cell, and the cells that then hold nothing with them. */
export function forgetCodings(db: WritableDb, codingIds: readonly CodingId[]): void {
  const ids = JSON.stringify(codingIds);
  const cells = db.column<CellId>(
    'SELECT DISTINCT cell_id FROM cell_evidence WHERE coding_id IN (SELECT value FROM json_each(?))',
    ids,
  );
  db.run('DELETE FROM cell_evidence WHERE coding_id IN (SELECT value FROM json_each(?))', ids);
  for (const cell of cells) deleteCellIfEmpty(db, cell);
}

/** For who splits codings: cells that rest on the whole rest on the new part too. */
export function copyEvidence(db: WritableDb, from: CodingId, to: CodingId): void {
  db.run(
    `INSERT INTO cell_evidence (cell_id, coding_id, stance)
     SELECT cell_id, ?, stance FROM cell_evidence WHERE coding_id = ? ON CONFLICT DO NOTHING`,
    to,
    from,
  );
}

/** For who merges codings: cells that rested on the one rest on the other; where they rested on both, its stance stays. */
export function replaceCodingInEvidence(db: WritableDb, from: CodingId, into: CodingId): void {
  db.run(
    `DELETE FROM cell_evidence WHERE coding_id = ?
       AND cell_id IN (SELECT cell_id FROM cell_evidence WHERE coding_id = ?)`,
    from,
    into,
  );
  db.run('UPDATE cell_evidence SET coding_id = ? WHERE coding_id = ?', into, from);
}

/** The versions in which some codings lie, each once. */
export function versionsOfCodings(db: ReadableDb, ids: readonly CodingId[]): VersionId[] {
  return db.column<VersionId>(
    'SELECT DISTINCT version_id FROM coding WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
}
