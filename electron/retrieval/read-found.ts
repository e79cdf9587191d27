import { must } from '#shared/assert.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { fragmentsOfVersion } from '#electron/coding/fragments.ts';
import type { FoundMark } from './run-query.ts';

/** The words and places of what was found, in the same order. Opens each transcript once. */
export function readFound(db: ReadableDb, found: readonly FoundMark[]): Fragment[] {
  const read = new Map<number, Fragment>();
  for (const [version, marks] of Map.groupBy(found, (mark) => mark.version)) {
    const codeIds = [...new Set(marks.map(({ codeId }) => codeId))];
    const wanted = new Set(marks.map(({ id }) => id));
    const scope = { codeIds, layerId: null, participantId: null, withConsensus: true };
    const all = fragmentsOfVersion(db, { ...version, codings: 0 }, scope, { offset: 0, limit: Infinity });
    for (const fragment of all) if (wanted.has(fragment.id)) read.set(fragment.id, fragment);
  }
  return found.map(({ id }) => must(read.get(id), 'what was found is read in the same transaction'));
}
