import type { Code } from '../codebook/codebook-contract.ts';

type CodeLike = Pick<Code, 'id' | 'parentId' | 'kind'>;

/** Kinds of leaves of the “Networks and motives” codebook; what stands above each of them is a column. */
const LEAVES = ['indicator', 'cost', 'reward', 'symbolic motive'] as const;

/**
 * The columns of a first matrix, in the order of the codebook: the dimensions, costs, rewards and symbolic motives, when
 * the codebook has all of these kinds; null when it does not.
 */
export function quickColumns<C extends CodeLike>(codes: readonly C[]): C[] | null {
  const parents = new Set<Code['id']>();
  for (const kind of LEAVES) {
    const leaves = codes.filter((code) => code.kind === kind && code.parentId !== null);
    if (leaves.length === 0) return null;
    for (const { parentId } of leaves) if (parentId !== null) parents.add(parentId);
  }
  return codes.filter(({ id }) => parents.has(id));
}
