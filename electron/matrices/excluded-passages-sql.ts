import type { CodingId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

/**
 * A coding counts unless all of it lies in a passage that was left out of the analysis. Asked only of a project that has
 * such passages: of half a million codings it takes a moment. To be put behind a condition on `coding`.
 */
export function thatCount(db: ReadableDb): string {
  const [any] = db.column<number>(`SELECT EXISTS (SELECT 1 FROM span WHERE kind = 'excluded')`);
  return any === 1
    ? `AND NOT EXISTS (SELECT 1 FROM span WHERE span.version_id = coding.version_id AND span.kind = 'excluded'
         AND span.start <= coding.start AND span."end" >= coding."end")`
    : '';
}

/** The codings that lie in a passage which was left out of the analysis. */
export function excludedCodings(db: ReadableDb): CodingId[] {
  return db.column<CodingId>(
    `SELECT DISTINCT coding.id FROM span JOIN coding ON coding.version_id = span.version_id
       AND coding.start >= span.start AND coding."end" <= span."end"
     WHERE span.kind = 'excluded'`,
  );
}

/** How many passages of newest versions are left out. */
export function countExcluded(db: ReadableDb): number {
  const [count = 0] = db.column<number>(
    `SELECT count(*) FROM span JOIN transcript_version AS version ON version.id = span.version_id
     WHERE span.kind = 'excluded'
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = version.transcript_id)`,
  );
  return count;
}
