import type { CodeId } from '#shared/ids.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { uidsOfCodes } from '#electron/codebook/versions-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface KnownCode {
  readonly id: CodeId;
  readonly name: string;
  readonly color: string;
}

/** The codes that there are now, by the name that travels. */
export function codesByUid(db: ReadableDb): ReadonlyMap<string, KnownCode> {
  const uids = uidsOfCodes(db);
  return new Map(listCodes(db).map(({ id, name, color }) => [uids.get(id) ?? '', { id, name, color }]));
}
