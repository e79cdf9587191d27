import type { CoderId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { FrozenCoding } from '#shared/comparison/frozen-codings.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ScopedTurn } from '#shared/agreement/text-scope.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface TextRow {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
}

/** The newest version of each transcript, in the order of the study. */
export function newestTexts(db: ReadableDb): TextRow[] {
  return db.all(
    `SELECT transcript.id AS transcriptId, version.id AS versionId, transcript.title
     FROM transcript
     JOIN transcript_version AS version ON version.transcript_id = transcript.id
       AND version.number = (SELECT max(number) FROM transcript_version AS other
                             WHERE other.transcript_id = transcript.id)
     ORDER BY transcript.position, transcript.id`,
  );
}

export interface CoderRow {
  readonly id: CoderId;
  readonly name: string;
  readonly layerId: LayerId;
}

/** Never a consensus layer: that has no coder, so its codings can enter no figure. */
export function codersWithLayers(db: ReadableDb): CoderRow[] {
  return db.all(
    `SELECT coder.id, coder.name, layer.id AS layerId FROM coder JOIN layer ON layer.coder_id = coder.id
     ORDER BY coder.id`,
  );
}

/** `coder transcript` for each pair of which the coder said: finished. */
export function finishedPairs(db: ReadableDb): ReadonlySet<string> {
  return new Set(db.column<string>(`SELECT coder_id || ' ' || transcript_id FROM finished_mark`));
}

export function scopedTurns(db: ReadableDb, versionId: VersionId): ScopedTurn[] {
  return db.all('SELECT role, start, "end" FROM turn WHERE version_id = ? ORDER BY number', versionId);
}

export function questionsOf(db: ReadableDb, versionId: VersionId): TextRange[] {
  return db.all(
    `SELECT start, "end" FROM section WHERE version_id = ? AND kind = 'question' ORDER BY start`,
    versionId,
  );
}

export function excludedSpans(db: ReadableDb, versionId: VersionId): TextRange[] {
  return db.all(
    `SELECT start, "end" FROM span WHERE version_id = ? AND kind IN ('excluded', 'front matter') ORDER BY start`,
    versionId,
  );
}

export function codingsInLayer(db: ReadableDb, layerId: LayerId, versionId: VersionId): FrozenCoding[] {
  return db.all(
    `SELECT coding.uid, code.uid AS codeUid, coding.start, coding."end", coding.weight
     FROM coding JOIN code ON code.id = coding.code_id
     WHERE coding.version_id = ? AND coding.layer_id = ? ORDER BY coding.start, coding."end" DESC, coding.id`,
    versionId,
    layerId,
  );
}

/**
 * In a study that is coded blind only transcripts that all who code them have finished: the work of others is not shown
 * before, and a number made of it would tell. Otherwise all.
 */
export function openTranscripts(db: ReadableDb): ReadonlySet<TranscriptId> {
  return new Set(
    db.column<TranscriptId>(
      `SELECT id FROM transcript WHERE (SELECT blind FROM project) = 0 OR NOT EXISTS (
         SELECT 1 FROM coder
         WHERE (EXISTS (SELECT 1 FROM coding_assignment WHERE transcript_id = transcript.id AND coder_id = coder.id)
                OR NOT EXISTS (SELECT 1 FROM coding_assignment WHERE transcript_id = transcript.id))
           AND NOT EXISTS (SELECT 1 FROM finished_mark WHERE transcript_id = transcript.id AND coder_id = coder.id))`,
    ),
  );
}
