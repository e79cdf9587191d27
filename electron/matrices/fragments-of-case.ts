import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, LayerId, ParticipantId } from '#shared/ids.ts';
import { findFragments } from '#electron/coding/fragments.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { excludedCodings } from './excluded-passages-sql.ts';
import { versionsOfCases } from './rows-sql.ts';

const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

interface Asked {
  readonly codeIds: readonly CodeId[];
  readonly layerId: LayerId | null;
  readonly participantId: ParticipantId;
}

/**
 * What counts of a case: its codings in the newest versions of its transcripts, without those in passages that were left
 * out of the analysis. A case has few transcripts: they are read straight away.
 */
export function fragmentsOfCase(db: ReadableDb, asked: Asked): readonly Fragment[] {
  const newest = new Set(versionsOfCases(db).map(({ versionId }) => versionId));
  const excluded = new Set(excludedCodings(db));
  return findFragments(db, asked, ALL).fragments.filter(
    ({ id, versionId }) => newest.has(versionId) && !excluded.has(id),
  );
}
