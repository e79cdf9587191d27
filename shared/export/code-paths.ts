import type { CodeId } from '../ids.ts';

interface NamedCode {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly name: string;
}

/** Where each code stands in the tree, as people write it: “Exchange › Cost › Time”. */
export function codePaths(codes: readonly NamedCode[]): ReadonlyMap<CodeId, string> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (code: NamedCode): string => {
    const parent = code.parentId === null ? undefined : byId.get(code.parentId);
    return parent === undefined ? code.name : `${pathOf(parent)} › ${code.name}`;
  };
  return new Map(codes.map((code) => [code.id, pathOf(code)]));
}
