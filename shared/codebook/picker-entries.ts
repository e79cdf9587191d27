import type { CodeId } from '../ids.ts';
import type { Code } from './codebook-contract.ts';
import { foldedName } from './code-tree.ts';
import { findCodes, type FoundCode } from './find-codes.ts';

export type PickerEntry =
  | { readonly kind: 'code'; readonly code: Code; readonly ranges: FoundCode['ranges'] }
  | { readonly kind: 'create'; readonly name: string };

/**
 * What a code picker lists: without a query, the codes used last and then the whole tree; with one, what it finds, best
 * first, and at the end a code to be made when none is called exactly so.
 */
export function pickerEntries(
  codes: readonly Code[],
  { query, recent, canCreate }: { query: string; recent: readonly CodeId[]; canCreate: boolean },
): readonly PickerEntry[] {
  const name = query.trim();
  if (name === '') {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const first = recent.flatMap((id) => byId.get(id) ?? []);
    return [...new Set([...first, ...codes])].map((code) => ({ kind: 'code', code, ranges: [] }));
  }
  const found = findCodes(codes, name);
  const rank = new Map(recent.map((id, index) => [id, index]));
  const ordered = found.toSorted(
    (a, b) => b.score - a.score || (rank.get(a.code.id) ?? Infinity) - (rank.get(b.code.id) ?? Infinity) || 0,
  );
  const entries: PickerEntry[] = ordered.map(({ code, ranges }) => ({ kind: 'code', code, ranges }));
  const isThere = codes.some((code) => foldedName(code.name) === foldedName(name));
  return canCreate && !isThere ? [...entries, { kind: 'create', name }] : entries;
}
