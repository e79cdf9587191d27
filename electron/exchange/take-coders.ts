import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import type { CoderId } from '#shared/ids.ts';
import { must } from '#shared/assert.ts';
import { coderNamed, insertCoder, insertLayer } from '#electron/project/project-sql.ts';
import { freeNameAmong, type Taking } from './taking.ts';

/** For codings whose file does not say who made them. */
const NOBODY = 'Coder not named in the file';

/** Every person of the file who coded or wrote becomes a coder with a layer of their own. */
export function takeCoders(taking: Taking, project: ForeignProject): void {
  const listed = new Map(project.users.map(({ guid, name }) => [guid, name]));
  const needed = new Set<string | null>(listed.keys());
  for (const { passages } of project.texts)
    for (const { codings } of passages) for (const { userGuid } of codings) needed.add(userGuid);
  for (const { userGuid } of project.notes) if (userGuid !== null) needed.add(userGuid);
  for (const guid of needed) {
    if (guid !== null && !listed.has(guid))
      taking.findings.add('repaired', 'Coders whom the file does not list got a name.', guid);
    const given = guid === null ? NOBODY : (listed.get(guid) ?? '');
    const name = given.trim() === '' ? `Coder ${(guid ?? '').slice(0, 8)}` : given.trim();
    taking.coders.set(guid ?? '', takeCoder(taking, guid, name));
  }
}

function takeCoder(taking: Taking, guid: string | null, name: string): CoderId {
  const { context, known, tally, layers } = taking;
  const byUid = guid === null ? undefined : known.coders.get(guid);
  if (byUid !== undefined) {
    tally.add('coders', 'present');
    return byUid;
  }
  const named = coderNamed(context.db, name);
  if (named !== undefined) {
    taking.met.push({ kind: 'coders', name });
    if (taking.sameNames === 'join' || guid === null) {
      tally.add('coders', 'joined');
      return named;
    }
  }
  const free = freeNameAmong(name, (candidate) => coderNamed(context.db, candidate) !== undefined);
  const id = insertCoder(context.db, guid ?? context.newUid(), free, context.now());
  layers.set(id, insertLayer(context.db, context.newUid(), id, free));
  tally.add('coders', 'added');
  return id;
}

/** Who is meant by a user of the file; nobody in particular is a coder too. */
export function coderOf({ coders }: Taking, guid: string | null): CoderId {
  return must(coders.get(guid ?? '') ?? coders.get(''), 'takeCoders made one for every guid of the file');
}
