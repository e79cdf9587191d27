export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * For every stretch of one text those that share at least one character with it, itself included. The stretches come in
 * the order in which they begin.
 */
export function overlapsOf<S extends Stretch>(stretches: readonly S[]): readonly (readonly S[])[] {
  const found: S[][] = stretches.map((stretch) => [stretch]);
  stretches.forEach((stretch, index) => {
    for (let later = index + 1; later < stretches.length; later += 1) {
      const other = stretches[later];
      if (other === undefined || other.start >= stretch.end) break;
      found[index]?.push(other);
      found[later]?.push(stretch);
    }
  });
  return found;
}
