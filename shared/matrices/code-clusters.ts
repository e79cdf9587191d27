import type { Code } from '../codebook/codebook-contract.ts';
import type { CodeId } from '../ids.ts';

type CodeLike = Pick<Code, 'id' | 'parentId' | 'name'>;

export interface CodeCluster {
  readonly title: string;
  readonly codeIds: readonly CodeId[];
}

/** Chosen codes that stand below one code make a cluster under its name; those at the top stand each for themselves. */
export function clustersOf(codes: readonly CodeLike[], chosen: readonly CodeId[]): readonly CodeCluster[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const clusters = new Map<CodeId, CodeId[]>();
  for (const id of chosen) {
    const home = byId.get(id)?.parentId ?? id;
    const known = clusters.get(home);
    if (known === undefined) clusters.set(home, [id]);
    else if (!known.includes(id)) known.push(id);
  }
  return [...clusters].map(([home, codeIds]) => ({ title: byId.get(home)?.name ?? '', codeIds }));
}
