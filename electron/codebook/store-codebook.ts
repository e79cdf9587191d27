import type { FileCode, ParsedCodebook } from '#shared/codebook/codebook-json.ts';
import { freeColor, type ColoredCode } from '#shared/codebook/code-colors.ts';
import { matchCodebook } from '#shared/codebook/match-codebook.ts';
import { must } from '#shared/assert.ts';
import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import {
  insertDomainCode,
  insertDomain,
  insertExample,
  insertLink,
  listDomains,
} from './code-guidance-sql.ts';
import { findCode, insertCode, insertCue, listCodes, nextPosition, updateCode } from './codebook-sql.ts';

/**
 * Adds the codes of a codebook, at the end of where they belong; codes that the project has already are left exactly as
 * they are. Returns the code of every id of the file, added and kept alike: how codings and summaries that were written
 * with the ids of the file find their codes.
 */
export function storeCodebook(context: MutationContext, file: ParsedCodebook): ReadonlyMap<string, CodeId> {
  const { db } = context;
  const present = listCodes(db);
  const ids = new Map(matchCodebook(present, file));
  const colored: ColoredCode[] = [...present];
  const added: FileCode[] = [];
  for (const code of file.codes) {
    const { id: key, parent, kind, name, definition, useWhen, notWhen, poles } = code;
    if (ids.has(key)) continue;
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    const [poleLow, poleHigh] = poles ?? [null, null];
    const color = code.color ?? freeColor({ parentId, kind }, colored);
    const guidance = { useWhen, notWhen, insteadId: null, definedAt: null };
    const row = { parentId, key, kind, name, definition, color, poleLow, poleHigh, ...guidance };
    const id = insertCode(db, context.newUid(), row, nextPosition(db, parentId));
    ids.set(key, id);
    colored.push({ id, parentId, kind, color });
    added.push(code);
  }
  for (const code of added) storeGuidance(context, code, ids);
  storeDomains(context, file, ids, added);
  return ids;
}

/** What points to other codes comes when all of them are there. */
function storeGuidance({ db }: MutationContext, code: FileCode, ids: ReadonlyMap<string, CodeId>): void {
  const codeId = must(ids.get(code.id), 'the code was just stored');
  code.phrases.forEach((phrase, position) =>
    insertCue(db, { codeId, phrase, language: code.languages[phrase] ?? '' }, position),
  );
  for (const example of code.examples) insertExample(db, { codeId, codingUid: null, ...example });
  for (const other of code.seeAlso) {
    const otherId = ids.get(other);
    if (otherId !== undefined && otherId !== codeId) insertLink(db, codeId, otherId);
  }
  const insteadId = code.instead === null ? undefined : ids.get(code.instead);
  const row = findCode(db, codeId);
  if (insteadId !== undefined && row !== undefined) updateCode(db, { ...row, insteadId });
}

/** A domain of the file that has a new code is made, or joined when there is one of that name. */
function storeDomains(
  context: MutationContext,
  { exclusive }: ParsedCodebook,
  ids: ReadonlyMap<string, CodeId>,
  added: readonly FileCode[],
): void {
  const fresh = new Set(added.map(({ id }) => id));
  for (const { name, codes } of exclusive) {
    if (!codes.some((key) => fresh.has(key))) continue;
    const known = listDomains(context.db).find((domain) => domain.name.toLowerCase() === name.toLowerCase());
    const id = known?.id ?? insertDomain(context.db, context.newUid(), name);
    for (const key of codes) {
      const codeId = ids.get(key);
      if (codeId === undefined || known?.codeIds.includes(codeId) === true) continue;
      insertDomainCode(context.db, id, codeId);
    }
  }
}
