import { createHash } from 'node:crypto';

/**
 * A guid for a thing of a program that has none, made from what identifies it there: the same thing gets the same guid
 * however often it is read. Written as a UUID of version 8 (RFC 9562), which is for such uses.
 */
export function derivedGuid(...parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
