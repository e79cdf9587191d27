import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { PrepareContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { copyWithoutHistory } from '#electron/history/copy-without-history.ts';
import { openSource, type MergeSource } from '#electron/packages/open-source.ts';

/**
 * In a `.qdpx` of ours lies, beside what the standard knows, the project itself without its history: other programs pass
 * over it, and Crosscase restores from it what the standard has no place for.
 */
export const SIDECAR = 'sources/crosscase.crosscase';

/** A copy of the open project without its history, as bytes. `scratch` holds it for a moment. */
export function sidecarOf(connection: Database.Database, scratch: string, uid: string): Buffer {
  const copy = path.join(scratch, `sidecar-${uid}.crosscase`);
  try {
    copyWithoutHistory(connection, copy);
    return fs.readFileSync(copy);
  } finally {
    fs.rmSync(copy, { force: true });
  }
}

/** Opens what `sidecarOf` wrote, to be merged. Throws what `openSource` throws: it is a file of somebody else too. */
export async function openSidecar(
  bytes: Buffer,
  fileName: string,
  ours: ReadableDb,
  { deps }: Pick<PrepareContext, 'deps'>,
): Promise<MergeSource> {
  const place = path.join(deps.paths.scratch, `sidecar-${deps.newUid()}`);
  fs.writeFileSync(place, bytes);
  try {
    return await openSource({ path: place, name: fileName }, null, {
      scratch: deps.paths.scratch,
      migrations: readMigrations(deps.paths.migrations),
      ours,
    });
  } finally {
    fs.rmSync(place, { force: true });
  }
}
