import { readRanges } from '#shared/comparison/frozen-codings.ts';
import type { UnitsToCode } from '#shared/comparison/comparison-contract.ts';
import type { SessionId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { sentUnits, unitsOfOpenSession, unitsOfSession, type StoredUnits } from './units-sql.ts';

/** Where the people of a session code: so that what they code are the same passages. Free spans have none. */
export function unitsToCode(db: ReadableDb, transcriptId: TranscriptId): UnitsToCode | null {
  const found = unitsOfOpenSession(db, transcriptId) ?? sentUnits(db, transcriptId);
  if (found === undefined) return null;
  const units = readRanges(found.units);
  return units.length === 0 ? null : { session: found.session, unitKind: found.unitKind, units };
}

/** The units of a session, as they go with its texts to those who code them. */
export function unitsToSend(
  db: ReadableDb,
  id: SessionId,
): readonly (StoredUnits & { readonly transcriptId: TranscriptId; readonly versionId: VersionId })[] {
  return unitsOfSession(db, id).filter(({ unitKind }) => unitKind !== 'free spans');
}
