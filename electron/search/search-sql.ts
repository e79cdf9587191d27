import { must } from '#shared/assert.ts';
import type { TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface FoundTranscript {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly participantCode: string | null;
}

/** The transcripts that hold the phrase, in their order. `match` is a phrase in the language of FTS5. */
export function transcriptsWith(db: ReadableDb, match: string): FoundTranscript[] {
  return db.all<FoundTranscript>(
    `SELECT transcript.id AS transcriptId, version.id AS versionId, transcript.title,
            participant.code AS participantCode
     FROM transcript_index
     JOIN transcript_version AS version ON version.id = transcript_index.rowid
     JOIN transcript ON transcript.id = version.transcript_id
     LEFT JOIN participant ON participant.id = transcript.participant_id
     WHERE transcript_index MATCH ?
     ORDER BY transcript.position, transcript.id`,
    match,
  );
}

export function textOfVersion(db: ReadableDb, id: VersionId): string {
  return must(
    db.column<string>('SELECT text FROM transcript_version WHERE id = ?', id)[0],
    'the index holds only versions that are there',
  );
}

/** How often the words between two folded words (both included) occur in all transcripts. */
export function countWords(db: ReadableDb, first: string, last: string): number {
  return must(
    db.column<number>(
      'SELECT coalesce(sum(cnt), 0) FROM transcript_index_term WHERE term >= ? AND term <= ?',
      first,
      last,
    )[0],
    'an aggregate returns one row',
  );
}

/**
 * How often a phrase occurs, counted by the places of its words. The rarest word (`anchor`) says where the phrase could
 * begin; a place must then have every other word (`others`) at its distance from there.
 */
export function countPhrase(db: ReadableDb, anchor: PlacedWord, others: readonly PlacedWord[]): number {
  const steps = others.map(
    (_, index) => `, with_${index + 1} (place) AS MATERIALIZED (
       ${PLACES_OF_WORD} WHERE term >= ? AND term <= ? AND doc * ${PLACES_IN_TEXT} + "offset" - ? IN with_${index}
     )`,
  );
  const words = [anchor, ...others];
  return must(
    db.column<number>(
      `WITH with_0 (place) AS MATERIALIZED (${PLACES_OF_WORD} WHERE term >= ? AND term <= ?) ${steps.join('')}
       SELECT count(*) FROM with_${others.length}`,
      ...words.flatMap((word, index) => [
        word.distance,
        word.first,
        word.last,
        ...(index === 0 ? [] : [word.distance]),
      ]),
    )[0],
    'a count returns one row',
  );
}

/** A word of a phrase: the folded words from `first` to `last`, at `distance` words from where the phrase begins. */
export interface PlacedWord {
  readonly first: string;
  readonly last: string;
  readonly distance: number;
}

/** More than the number of words of any text: the place of a word in all texts together is one number. */
const PLACES_IN_TEXT = 2 ** 31;

const PLACES_OF_WORD = `SELECT doc * ${PLACES_IN_TEXT} + "offset" - ? FROM transcript_index_place`;
