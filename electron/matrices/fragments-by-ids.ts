import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, LayerId, VersionId } from '#shared/ids.ts';
import { codingsByIds } from '#electron/coding/coding-sql.ts';
import { codedVersions } from '#electron/coding/fragments-sql.ts';
import { fragmentsOfVersion } from '#electron/coding/fragments.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { versionsOfCodings } from './evidence-sql.ts';

/** The fragments of some codings, in the order of cases and texts. Opens each transcript once. */
export function fragmentsByIds(db: ReadableDb, ids: readonly CodingId[]): Fragment[] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const codeIds = [...new Set<CodeId>(codingsByIds(db, ids).map(({ codeId }) => codeId))];
  const versions = new Set<VersionId>(versionsOfCodings(db, ids));
  const scope = { codeIds, layerId: null as LayerId | null, participantId: null, withConsensus: true };
  return codedVersions(db, scope)
    .filter(({ versionId }) => versions.has(versionId))
    .flatMap((version) => fragmentsOfVersion(db, version, scope, { offset: 0, limit: Infinity }))
    .filter(({ id }) => wanted.has(id));
}
