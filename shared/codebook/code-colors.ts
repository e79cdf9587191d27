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
  '#e9ab2b',
  '#3f6496',
  '#45cae8',
  '#b3260e',
  '#3c91fd',
  '#a9b799',
  '#d071bb',
  '#1572db',
  '#785966',
  '#9fa461',
  '#4cabfd',
  '#6e7c3c',
  '#a678dc',
  '#7239ca',
  '#dd9314',
  '#77d077',
  '#6b839a',
  '#7ea293',
  '#bd57bc',
  '#4e748e',
  '#828721',
  '#6c9597',
  '#9a42ae',
  '#656d50',
];

const VISIONS: readonly Vision[] = ['typical', 'deuteranopia', 'protanopia', 'tritanopia'];
/** Degrees of hue to either side that still look like one family. */
const FAMILY_WIDTH = 28;

/** How far apart two colours look to the reader who tells them apart least well. */
export function leastDistance(one: string, other: string): number {
  return Math.min(...VISIONS.map((vision) => distanceBetween(one, other, vision)));
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
  for (let lightness = 0.5; lightness <= 0.79; lightness += 0.04) {
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
