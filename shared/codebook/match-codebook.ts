import type { CodeId } from '../ids.ts';
import { foldedName } from './code-tree.ts';
import type { ParsedCodebook } from './codebook-json.ts';

export interface NamedCode {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly key: string | null;
  readonly name: string;
}

/**
 * Which codes of a file the project has already, by the id that they have in the file: those with the same key and
 * name, wherever they were moved to, and those with the same name at the same place.
 */
export function matchCodebook(
  codes: readonly NamedCode[],
  file: ParsedCodebook,
): ReadonlyMap<string, CodeId> {
  const byKey = new Map(codes.map((code) => [keyAndName(code.key, code.name), code.id]));
  const byPlace = new Map(codes.map((code) => [placeAndName(code.parentId, code.name), code.id]));
  const matched = new Map<string, CodeId>();
  for (const { id, parent, name } of file.codes) {
    const parentId = parent === null ? null : matched.get(parent);
    const atPlace = parentId === undefined ? undefined : byPlace.get(placeAndName(parentId, name));
    const found = byKey.get(keyAndName(id, name)) ?? atPlace;
    if (found !== undefined) matched.set(id, found);
  }
  return matched;
}

function keyAndName(key: string | null, name: string): string {
  return JSON.stringify([key, foldedName(name)]);
}

function placeAndName(parentId: CodeId | null, name: string): string {
  return JSON.stringify([parentId, foldedName(name)]);
}
