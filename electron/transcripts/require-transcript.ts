import { AppError } from '#shared/contract/errors.ts';
import type { TranscriptId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findTranscript, type TranscriptRow } from './transcripts-sql.ts';

export function requireTranscript(db: ReadableDb, id: TranscriptId): TranscriptRow {
  const transcript = findTranscript(db, id);
  if (transcript === undefined) throw new AppError('not-found', { what: 'transcript' });
  return transcript;
}
