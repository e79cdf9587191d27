import type { CodedBy } from '#shared/auto-coding/auto-coding-contract.ts';
import { assertNever } from '#shared/assert.ts';
import type { TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface Passage {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
}

const NEWEST = `JOIN transcript_version AS version ON version.id = place.version_id
  AND version.number = (SELECT max(number) FROM transcript_version AS any_version
                        WHERE any_version.transcript_id = version.transcript_id)`;

/** Every passage that fits, in the newest versions, in the order of transcripts and text. */
export function passagesBy(db: ReadableDb, by: CodedBy): Passage[] {
  switch (by.kind) {
    case 'speaker':
      return select(db, 'turn', 'place.speaker = ?', by.speaker);
    case 'role':
      return select(db, 'turn', 'place.role = ? AND place.speaker IS NOT NULL', by.role);
    case 'part':
      return select(db, 'section', `place.kind = 'part' AND place.title = ?`, by.title);
    case 'question':
      return select(db, 'section', 'place.guide_question_id = ?', by.questionId);
    default:
      return assertNever(by);
  }
}

function select(
  db: ReadableDb,
  table: 'turn' | 'section',
  condition: string,
  value: string | number,
): Passage[] {
  return db.all<Passage>(
    `SELECT version.transcript_id AS transcriptId, place.version_id AS versionId, place.start, place."end"
     FROM ${table} AS place ${NEWEST}
     WHERE ${condition} AND place."end" > place.start
     ORDER BY version.transcript_id, place.start`,
    value,
  );
}

export function listSpeakerNames(db: ReadableDb): string[] {
  return db.column(
    `SELECT place.speaker FROM turn AS place ${NEWEST} WHERE place.speaker IS NOT NULL
     GROUP BY place.speaker ORDER BY count(*) DESC, place.speaker`,
  );
}

export function listPartTitles(db: ReadableDb): string[] {
  return db.column(
    `SELECT place.title FROM section AS place ${NEWEST} WHERE place.kind = 'part'
     GROUP BY place.title ORDER BY min(place.number), place.title`,
  );
}
