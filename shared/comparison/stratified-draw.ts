import { seededRandom } from '../agreement/seeded-random.ts';

/**
 * Draws `count` items at random, from each group in proportion to its size (largest remainders first). The same seed and
 * the same items give the same draw, on every machine.
 */
export function stratifiedDraw<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  count: number,
  seed: number,
): readonly Item[] {
  const random = seededRandom(seed);
  const groups = [...Map.groupBy(items, groupOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => members);
  const wanted = Math.min(count, items.length);
  const shares = groups.map((members) => (wanted * members.length) / Math.max(items.length, 1));
  const sizes = shares.map((share) => Math.floor(share));
  let rest = wanted - sizes.reduce((total, size) => total + size, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest === 0) break;
    sizes[index] = (sizes[index] ?? 0) + 1;
    rest -= 1;
  }
  const drawn = new Set(groups.flatMap((members, index) => shuffled(members, random).slice(0, sizes[index])));
  return items.filter((item) => drawn.has(item));
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [result[last], result[other]];
    if (a === undefined || b === undefined) continue;
    result[last] = b;
    result[other] = a;
  }
  return result;
}
