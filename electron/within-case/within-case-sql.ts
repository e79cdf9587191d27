import type { CodingId, CoderId, ParticipantId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { CaseListItem } from '#shared/within-case/within-case-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function listCases(db: ReadableDb): CaseListItem[] {
  return db
    .all<Omit<CaseListItem, 'hasNarrative'> & { readonly hasNarrative: number }>(
      `SELECT participant.id AS participantId, participant.code,
              (SELECT count(*) FROM transcript WHERE participant_id = participant.id) AS transcripts,
              EXISTS (SELECT 1 FROM case_narrative WHERE participant_id = participant.id) AS hasNarrative
       FROM participant ORDER BY participant.position, participant.id`,
    )
    .map((row) => ({ ...row, hasNarrative: row.hasNarrative === 1 }));
}

export interface CaseVersion {
  readonly versionId: VersionId;
  readonly transcriptId: TranscriptId;
  readonly title: string;
}

/** The newest version of each transcript of the case. */
export function versionsOfCase(db: ReadableDb, participantId: ParticipantId): CaseVersion[] {
  return db.all<CaseVersion>(
    `SELECT version.id AS versionId, transcript.id AS transcriptId, transcript.title
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE transcript.participant_id = ?
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY transcript.position, transcript.id`,
    participantId,
  );
}

export interface NarrativeRow {
  readonly id: number;
  readonly text: string;
  readonly authorName: string;
  readonly updatedAt: string;
}

export function findNarrative(db: ReadableDb, participantId: ParticipantId): NarrativeRow | undefined {
  return db.get<NarrativeRow>(
    `SELECT case_narrative.id, text, coder.name AS authorName, updated_at AS updatedAt
     FROM case_narrative JOIN coder ON coder.id = author_id WHERE participant_id = ?`,
    participantId,
  );
}

export interface NarrativeOf {
  readonly participantId: ParticipantId;
  readonly text: string;
}

export function listNarratives(db: ReadableDb): NarrativeOf[] {
  return db.all<NarrativeOf>('SELECT participant_id AS participantId, text FROM case_narrative ORDER BY id');
}

export function insertNarrative(
  db: WritableDb,
  uid: string,
  { participantId, text }: NarrativeOf,
  authorId: CoderId,
  at: string,
): void {
  db.runOne(
    'INSERT INTO case_narrative (uid, participant_id, text, author_id, updated_at) VALUES (?, ?, ?, ?, ?)',
    uid,
    participantId,
    text,
    authorId,
    at,
  );
}

export function updateNarrative(
  db: WritableDb,
  { participantId, text }: NarrativeOf,
  authorId: CoderId,
  at: string,
): void {
  db.runOne(
    'UPDATE case_narrative SET text = ?, author_id = ?, updated_at = ? WHERE participant_id = ?',
    text,
    authorId,
    at,
    participantId,
  );
}

/** Also for who removes or withdraws a participant. */
export function deleteNarrative(db: WritableDb, participantId: ParticipantId): void {
  db.run('DELETE FROM case_narrative WHERE participant_id = ?', participantId);
}

/** How many cells rest on each of these codings; one that none rests on is absent. */
export function usesOfCodings(db: ReadableDb, ids: readonly CodingId[]): ReadonlyMap<CodingId, number> {
  return new Map(
    db.rawRows<[CodingId, number]>(
      `SELECT coding_id, count(*) FROM cell_evidence
       WHERE coding_id IN (SELECT value FROM json_each(?)) GROUP BY coding_id`,
      JSON.stringify(ids),
    ),
  );
}

/** What anybody coded in a version. */
export function codedRanges(db: ReadableDb, versionId: VersionId): TextRange[] {
  return db.all<TextRange>('SELECT start, "end" FROM coding WHERE version_id = ? ORDER BY start', versionId);
}

/** Stretches that do not count: what stands before anybody speaks, and what was excluded. */
export function leftOutRanges(db: ReadableDb, versionId: VersionId): TextRange[] {
  return db.all<TextRange>(
    `SELECT start, "end" FROM span WHERE version_id = ? AND kind IN ('front matter', 'excluded') ORDER BY start`,
    versionId,
  );
}

export function partsOfVersion(
  db: ReadableDb,
  versionId: VersionId,
): (TextRange & { readonly title: string })[] {
  return db.all(
    `SELECT title, start, "end" FROM section WHERE version_id = ? AND kind = 'part' ORDER BY start, number`,
    versionId,
  );
}

export function titlesOfGuide(db: ReadableDb): string[] {
  return db.column<string>('SELECT title FROM guide_part ORDER BY position, id');
}

/** The parts of the interviews of all other cases: one row for each part. */
export function partsOfOtherCases(
  db: ReadableDb,
  participantId: ParticipantId,
): { readonly participantId: ParticipantId; readonly title: string }[] {
  return db.all(
    `SELECT transcript.participant_id AS participantId, section.title
     FROM section
     JOIN transcript_version AS version ON version.id = section.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     WHERE section.kind = 'part' AND transcript.participant_id IS NOT NULL AND transcript.participant_id <> ?
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY section.id`,
    participantId,
  );
}

/** Questions of the guide that were found in some interview, but in none of this case. */
export function questionsNotAsked(db: ReadableDb, participantId: ParticipantId): string[] {
  return db.column<string>(
    `SELECT question.text FROM guide_question AS question
     JOIN guide_part AS part ON part.id = question.part_id
     WHERE EXISTS (SELECT 1 FROM section WHERE guide_question_id = question.id)
       AND NOT EXISTS (
         SELECT 1 FROM section
         JOIN transcript_version AS version ON version.id = section.version_id
         JOIN transcript ON transcript.id = version.transcript_id
         WHERE section.guide_question_id = question.id AND transcript.participant_id = ?
       )
     ORDER BY part.position, question.position, question.id`,
    participantId,
  );
}
