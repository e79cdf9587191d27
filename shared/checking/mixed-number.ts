/** A text as a number below 2³² (FNV-1a, mixed once more): to be added up, not to be relied on alone. */
export function textNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Whole numbers as one below 2³², in which their order counts. */
export function numbersNumber(...values: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const value of values) hash = mix(Math.imul(hash, 0x85ebca6b) ^ value);
  return hash;
}

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
