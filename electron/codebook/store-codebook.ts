import type { ParsedCodebook } from '#shared/codebook/codebook-json.ts';
import { freeColor, type ColoredCode } from '#shared/codebook/code-colors.ts';
import { matchCodebook } from '#shared/codebook/match-codebook.ts';
import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { insertCode, insertCue, listCodes, nextPosition } from './codebook-sql.ts';

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
  for (const { id: key, parent, kind, name, definition, color: given, poles, phrases } of file.codes) {
    if (ids.has(key)) continue;
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    const [poleLow, poleHigh] = poles ?? [null, null];
    const color = given ?? freeColor({ parentId, kind }, colored);
    const code = { parentId, key, kind, name, definition, color, poleLow, poleHigh };
    const id = insertCode(db, context.newUid(), code, nextPosition(db, parentId));
    phrases.forEach((phrase, position) => insertCue(db, id, phrase, position));
    ids.set(key, id);
    colored.push({ id, parentId, kind, color });
  }
  return ids;
}
