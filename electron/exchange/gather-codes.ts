import type { Findings } from '#shared/exchange/findings.ts';
import type { ForeignCode, ForeignSet } from '#shared/exchange/foreign-project.ts';
import { parentsFirst } from '#shared/exchange/read-codes.ts';
import { listDomains } from '#electron/codebook/code-guidance-sql.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { domainUids } from './gather-sql.ts';
import { NOTE_MARK } from './note-mark.ts';

export function gatherCodes(db: ReadableDb, uids: ReadonlyMap<number, string>): readonly ForeignCode[] {
  return parentsFirst(
    listCodes(db).map(({ id, parentId, name, definition, color, kind }) => ({
      guid: uids.get(id) ?? '',
      parentGuid: parentId === null ? null : (uids.get(parentId) ?? null),
      name,
      description: definition,
      color,
      isCodable: kind !== 'group',
    })),
  );
}

export function gatherSets(
  db: ReadableDb,
  uids: ReadonlyMap<number, string>,
  findings: Findings,
): readonly ForeignSet[] {
  const ofDomains = domainUids(db);
  return listDomains(db).map(({ id, name, codeIds }) => {
    findings.add('kept otherwise', 'Exclusive domains are written as sets of codes.', name);
    return {
      guid: ofDomains.get(id) ?? '',
      name: `${NOTE_MARK}exclusive domain: ${name}`,
      description: 'At most one of these codes applies to a passage.',
      codeGuids: codeIds.flatMap((codeId) => uids.get(codeId) ?? []),
      textGuids: [],
      noteGuids: [],
    };
  });
}
