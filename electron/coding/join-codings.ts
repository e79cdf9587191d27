import type { CodingId } from '#shared/ids.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import type { WritableDb } from '#electron/database/handles.ts';
import { replaceCodingInEvidence } from '#electron/matrices/evidence-sql.ts';
import { moveMemosOfCoding } from '#electron/memos/follow-merge-sql.ts';
import { absorbTwin, deleteCodings } from './codings-of-codes-sql.ts';

/** One coding takes the place of another: what is said of it, the evidence and the longer memos go over. */
export function joinTwin(db: WritableDb, gone: CodingId, stays: CodingId): void {
  absorbTwin(db, { id: gone, twinId: stays });
  replaceCoding(db, gone, stays);
}

/** Whatever rests on the one rests on the other from now on; comparisons of the one are over. */
export function replaceCoding(db: WritableDb, gone: CodingId, stays: CodingId): void {
  replaceCodingInEvidence(db, gone, stays);
  moveMemosOfCoding(db, gone, stays);
  forgetComparisonsOf(db, [gone]);
  deleteCodings(db, [gone]);
}
