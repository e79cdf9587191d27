import type { CodeId } from '#shared/ids.ts';

interface CodeInTree {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly name: string;
}

/** Every code with the codes above it, in the order of the codebook. */
export function flattenTree(
  codes: readonly CodeInTree[],
): readonly { readonly value: CodeId; readonly label: string }[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (code: CodeInTree, depth = 0): string => {
    const parent = code.parentId === null || depth > 20 ? undefined : byId.get(code.parentId);
    return parent === undefined ? code.name : `${pathOf(parent, depth + 1)} / ${code.name}`;
  };
  return codes.map((code) => ({ value: code.id, label: pathOf(code) }));
}
