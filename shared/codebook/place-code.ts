import type { CodeId } from '../ids.ts';
import { childrenByParent, idsBelow } from './code-tree.ts';

interface PlacedCode {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
}

/** A place among the children of a parent, counted without the code that moves there: what `codebook.move` takes. */
export interface CodePlace {
  readonly parentId: CodeId | null;
  readonly index: number;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where a key takes a code: past its neighbour, into the sibling above it, or out behind its parent. Null: nowhere. */
export function placeByKey(codes: readonly PlacedCode[], id: CodeId, direction: Direction): CodePlace | null {
  const code = codes.find((candidate) => candidate.id === id);
  if (code === undefined) return null;
  const children = childrenByParent<CodeId, PlacedCode>(codes);
  const siblings = children.get(code.parentId) ?? [];
  const at = siblings.indexOf(code);
  switch (direction) {
    case 'up':
      return at === 0 ? null : { parentId: code.parentId, index: at - 1 };
    case 'down':
      return at === siblings.length - 1 ? null : { parentId: code.parentId, index: at + 1 };
    case 'in': {
      const above = siblings[at - 1];
      return above === undefined ? null : { parentId: above.id, index: children.get(above.id)?.length ?? 0 };
    }
    case 'out':
      return code.parentId === null ? null : placeByDrop(codes, id, code.parentId, 'after');
  }
}

/** Where a code lands that is dropped before, after or on another. Null when it would lie inside itself. */
export function placeByDrop(
  codes: readonly PlacedCode[],
  id: CodeId,
  target: CodeId,
  position: 'before' | 'after' | 'on',
): CodePlace | null {
  const onto = codes.find((candidate) => candidate.id === target);
  if (onto === undefined || target === id || idsBelow<CodeId, PlacedCode>(codes, id).has(target)) return null;
  const children = childrenByParent<CodeId, PlacedCode>(codes);
  const parentId = position === 'on' ? onto.id : onto.parentId;
  const others = (children.get(parentId) ?? []).filter((candidate) => candidate.id !== id);
  if (position === 'on') return { parentId, index: others.length };
  return { parentId, index: others.indexOf(onto) + (position === 'after' ? 1 : 0) };
}
