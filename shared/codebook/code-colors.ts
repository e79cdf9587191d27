import { must } from '../assert.ts';
import type { CodeKind } from './codebook-contract.ts';
import { distanceBetween, hexOf, oklchOf, type Vision } from './color-space.ts';

/**
 * Found by taking, again and again, the colour in OKLCH that lies farthest from all taken before, under typical vision,
 * deuteranopia, protanopia and tritanopia alike, and then exchanging one of the nearest two for as long as that helped;
 * lightness 0.50 to 0.78, so that each is also a tint behind dark and light text. In that order: the first few are the
 * most different from each other.
 */
export const palette: readonly string[] = [
  '#4061a2',
  '#b9bf5f',
  '#ff8cc1',
  '#ad6637',
  '#41c8f6',
  '#9561f3',
  '#0e7f7c',
  '#af8bdb',
  '#da933f',
  '#72613a',
  '#0c8bbb',
  '#a74d61',
  '#856f9b',
  '#86ab72',
  '#52d491',
  '#66927a',
  '#cd879c',
  '#685acb',
  '#9c3185',
  '#b38308',
  '#afacd6',
  '#8092b8',
  '#4aabfd',
  '#6b89f9',
];

/**
 * How much a distance counts for each reader. Few are blind to blue, and a palette that were as clear to them as to the
 * others would be less clear to everybody else: their distances count for a third more.
 */
const VISIONS = { typical: 1, deuteranopia: 1, protanopia: 1, tritanopia: 1.3 } as const satisfies Record<
  Vision,
  number
>;
/** Degrees of hue to either side that still look like one family. */
const FAMILY_WIDTH = 28;

/** How far apart two colours look to the reader who tells them apart least well. */
export function leastDistance(one: string, other: string): number {
  const distances = Object.entries(VISIONS).map(
    // The keys of VISIONS are the visions: Object.entries forgets it.
    ([vision, weight]) => weight * distanceBetween(one, other, vision as Vision),
  );
  return Math.min(...distances);
}

const families = new Map<string, readonly string[]>();

/** Shades of one colour: its hue and the hues next to it, from dark to light. */
export function familyOf(color: string): readonly string[] {
  const known = families.get(color) ?? shadesAround(color);
  families.set(color, known);
  return known;
}

function shadesAround(color: string): readonly string[] {
  const { hue } = oklchOf(color);
  const shades: string[] = [];
  for (let lightness = 0.5; lightness <= 0.79; lightness += 0.035) {
    for (const chroma of [0.07, 0.11, 0.15]) {
      for (let turn = -FAMILY_WIDTH; turn <= FAMILY_WIDTH; turn += FAMILY_WIDTH / 4) {
        const hex = hexOf({ lightness, chroma, hue: (hue + turn + 360) % 360 });
        if (hex !== null) shades.push(hex);
      }
    }
  }
  return shades;
}

/** The candidate that is farthest from the nearest rival; when all are taken, the one taken least often. */
export function farthestFrom(rivals: readonly string[], candidates: readonly string[]): string {
  const taken = new Map<string, number>();
  for (const rival of rivals) taken.set(rival.toLowerCase(), (taken.get(rival.toLowerCase()) ?? 0) + 1);
  const free = candidates.filter((color) => !taken.has(color));
  const different = [...taken.keys()];
  const best =
    free.length > 0
      ? first(free, (color) => -Math.min(...different.map((rival) => leastDistance(color, rival))))
      : first(candidates, (color) => taken.get(color) ?? 0);
  return must(best, 'there is always a candidate');
}

/** The first of those with the smallest value. */
function first(colors: readonly string[], valueOf: (color: string) => number): string | undefined {
  let best: { readonly color: string; readonly value: number } | undefined;
  for (const color of colors) {
    const value = valueOf(color);
    if (best === undefined || value < best.value) best = { color, value };
  }
  return best?.color;
}

export interface ColoredCode {
  readonly id: number | string;
  readonly parentId: number | string | null;
  readonly kind: CodeKind;
  readonly color: string;
}

/**
 * The colour of a code about to be added. What opens a branch (a code at the top, a theme, dimension or group) gets a
 * hue of its own; what stands below it gets a shade of its parent's hue that its siblings do not have.
 */
export function freeColor(
  place: { readonly parentId: number | string | null; readonly kind: CodeKind },
  codes: readonly ColoredCode[],
): string {
  const parent = codes.find(({ id }) => id === place.parentId);
  const isSibling = ({ parentId }: ColoredCode): boolean => parentId === place.parentId;
  if (parent === undefined || opensBranch(place)) {
    const rivals = codes.filter((code) => opensBranch(code) || isSibling(code));
    return farthestFrom(rivals.map(colorOf), palette);
  }
  return farthestFrom([parent.color, ...codes.filter(isSibling).map(colorOf)], familyOf(parent.color));
}

function opensBranch({ parentId, kind }: Pick<ColoredCode, 'parentId' | 'kind'>): boolean {
  return parentId === null || kind === 'theme' || kind === 'dimension' || kind === 'group';
}

function colorOf({ color }: ColoredCode): string {
  return color;
}
