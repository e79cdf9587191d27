import { expect, test } from 'vitest';
import { familyOf, farthestFrom, freeColor, leastDistance, palette } from '#shared/codebook/code-colors.ts';
import { contrastBetween, distanceBetween, hexOf, oklchOf } from '#shared/codebook/color-space.ts';
import { findTemplate } from '#shared/codebook/codebook-templates.ts';
import type { ColoredCode } from '#shared/codebook/code-colors.ts';

/** Told apart side by side without effort; 0.02 is where it begins to be hard. */
const TOLD_APART = 0.04;

test('measures colours as published: OKLCH of the primaries, and how the colour blind see red and green', () => {
  expect(oklchOf('#ff0000').lightness).toBeCloseTo(0.628, 3);
  expect(oklchOf('#ff0000').chroma).toBeCloseTo(0.2577, 3);
  expect(oklchOf('#ff0000').hue).toBeCloseTo(29.23, 1);
  expect(oklchOf('#ffffff').lightness).toBeCloseTo(1, 4);
  expect(hexOf(oklchOf('#4061a2'))).toBe('#4061a2');
  expect(hexOf({ lightness: 0.7, chroma: 0.4, hue: 150 })).toBeNull();
  expect(contrastBetween('#000000', '#ffffff')).toBeCloseTo(21, 5);
  // A brick red and an olive of one lightness: far apart for most readers, close for some.
  const [red, olive] = ['#b5523b', '#7f7a1c'];
  expect(distanceBetween(red, olive, 'deuteranopia')).toBeLessThan(
    distanceBetween(red, olive, 'typical') / 2,
  );
});

test('any two colours of the palette are told apart, by the colour blind too', () => {
  expect(palette.length).toBe(24);
  for (const [index, one] of palette.entries()) {
    for (const other of palette.slice(index + 1)) {
      expect(leastDistance(one, other), `${one} and ${other}`).toBeGreaterThan(TOLD_APART);
    }
  }
});

test('text stays readable on every colour as a tint, in light and in dark', () => {
  for (const color of [...palette, ...palette.flatMap(familyOf)]) {
    expect(contrastBetween('#1c1d20', mixed(color, '#ffffff', 0.3)), color).toBeGreaterThan(7);
    expect(contrastBetween('#e8e8ea', mixed(color, '#1b1c1f', 0.35)), color).toBeGreaterThan(5.5);
  }
});

test('gives the first codes colours that differ most, and never stops giving', () => {
  const colors: string[] = [];
  for (let index = 0; index < 60; index += 1) colors.push(farthestFrom(colors, palette));
  expect(new Set(colors.slice(0, 24)).size).toBe(24);
  const times = Map.groupBy(colors, (color) => color);
  expect(Math.max(...[...times.values()].map((same) => same.length))).toBe(3);
});

test('gives every branch of the template a hue of its own, and siblings different shades of it', () => {
  const codes = coloredTemplate();
  const branches = codes.filter(({ kind }) => ['theme', 'dimension', 'group'].includes(kind));
  expect(branches).toHaveLength(10);
  expectApart(branches, TOLD_APART);
  const families = Map.groupBy(codes, ({ parentId }) => parentId);
  for (const siblings of families.values()) expectApart(siblings, TOLD_APART);
  const time = codes.find(({ id }) => id === 'cost.time')!;
  const costs = codes.find(({ id }) => id === 'cost')!;
  const turn = Math.abs(oklchOf(time.color).hue - oklchOf(costs.color).hue);
  expect(Math.min(turn, 360 - turn)).toBeLessThan(30);
});

function coloredTemplate(): ColoredCode[] {
  const codes: ColoredCode[] = [];
  for (const { id, parent, kind } of findTemplate('networks-and-motives')!.codes) {
    codes.push({ id, parentId: parent, kind, color: freeColor({ parentId: parent, kind }, codes) });
  }
  return codes;
}

function expectApart(codes: readonly ColoredCode[], least: number): void {
  for (const [index, one] of codes.entries()) {
    for (const other of codes.slice(index + 1)) {
      expect(leastDistance(one.color, other.color), `${one.id} and ${other.id}`).toBeGreaterThan(least);
    }
  }
}

function mixed(color: string, ground: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const bytes = [1, 3, 5].map((at) => channel(color, at) * share + channel(ground, at) * (1 - share));
  return `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')}`;
}
