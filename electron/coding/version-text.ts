import type { VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { hasVersion, textOfVersion } from './coding-sql.ts';

interface LastRead {
  readonly versionId: VersionId;
  readonly text: string;
}

const lastRead = new WeakMap<ReadableDb, LastRead>();

/**
 * The text of a version. The last one that was read is kept: a version never changes, somebody who codes stays in it,
 * and reading a long interview takes longer than storing a coding.
 */
export function readVersionText(db: ReadableDb, versionId: VersionId): string | undefined {
  const last = lastRead.get(db);
  // Undoing an import takes the version away; its id is never given to another.
  if (last?.versionId === versionId) return hasVersion(db, versionId) ? last.text : undefined;
  const text = textOfVersion(db, versionId);
  if (text !== undefined) lastRead.set(db, { versionId, text });
  return text;
}
