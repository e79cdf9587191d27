import type { TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface NewestText {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly versionId: VersionId;
  readonly number: number;
  readonly text: string;
}

export function newestTexts(db: ReadableDb): NewestText[] {
  return db.all<NewestText>(
    `SELECT transcript.id AS transcriptId, transcript.title, version.id AS versionId, version.number, version.text
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY transcript.position, transcript.id`,
  );
}

export function olderVersions(db: ReadableDb): { readonly id: number; readonly text: string }[] {
  return db.all(
    `SELECT old.id, old.text FROM transcript_version AS old
     WHERE EXISTS (SELECT 1 FROM transcript_version AS newer
                   WHERE newer.transcript_id = old.transcript_id AND newer.number > old.number)`,
  );
}

export interface CaseRow {
  readonly code: string;
  readonly values: ReadonlyMap<number, string>;
}

export function attributesAndValues(db: ReadableDb): {
  readonly participants: readonly CaseRow[];
  readonly attributes: readonly { readonly id: number; readonly name: string }[];
} {
  const values = db.all<{ participantId: number; attributeId: number; value: string }>(
    'SELECT participant_id AS participantId, attribute_id AS attributeId, value FROM attribute_value',
  );
  const rows = db.all<{ id: number; code: string }>('SELECT id, code FROM participant ORDER BY position, id');
  return {
    participants: rows.map(({ id, code }) => ({
      code,
      values: new Map(
        values
          .filter(({ participantId }) => participantId === id)
          .map(({ attributeId, value }) => [attributeId, value] as const),
      ),
    })),
    attributes: db.all('SELECT id, name FROM attribute ORDER BY position, id'),
  };
}

export function partsOfOlderVersions(db: ReadableDb, table: 'turn' | 'section'): number[] {
  return db.column<number>(
    `SELECT ${table}.id FROM ${table} JOIN transcript_version AS old ON old.id = ${table}.version_id
     WHERE EXISTS (SELECT 1 FROM transcript_version AS newer
                   WHERE newer.transcript_id = old.transcript_id AND newer.number > old.number)`,
  );
}

/** What the journal says, row by row. */
export function changesWithTexts(
  db: ReadableDb,
): Iterable<{ readonly groupId: number; readonly stored: string }> {
  return db.iterate(
    `SELECT group_id AS groupId, row_before AS stored FROM change WHERE row_before IS NOT NULL
     UNION ALL SELECT group_id, row_after FROM change WHERE row_after IS NOT NULL
     UNION ALL SELECT id, label FROM change_group`,
  );
}
