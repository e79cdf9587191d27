import { expect, test } from 'vitest';
import { palette } from '#shared/codebook/code-colors.ts';

/*
 * Everything here is written down apart from shared/codebook/color-space.ts, from other sources: the simulation of Viénot,
 * Brettel & Mollon (1999) in the cones of Smith & Pokorny, and CIEDE2000 as distance.
 */
type Triple = readonly [number, number, number];

const CONES = [
  [17.8824, 43.5161, 4.11935],
  [3.45565, 27.1554, 3.86714],
  [0.0299566, 0.184309, 1.46709],
] as const;
const SCREEN = [
  [0.0809444479, -0.130504409, 0.116721066],
  [-0.0102485335, 0.0540193266, -0.113614708],
  [-0.000365296938, -0.00412161469, 0.693511405],
] as const;
const XYZ = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
] as const;

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a!, b!, c!];
};

/** What the cone that is missing would have said, from the other two. */
const seenBy = {
  'people with all cones': ([l, m, s]: Triple): Triple => [l, m, s],
  'people without red cones': ([, m, s]: Triple): Triple => [2.02344 * m - 2.52581 * s, m, s],
  'people without green cones': ([l, , s]: Triple): Triple => [l, 0.494207 * l + 1.24827 * s, s],
  'people without blue cones': ([l, m]: Triple): Triple => [l, m, -0.395913 * l + 0.801109 * m],
} as const;

function labOf(hex: string, see: (cones: Triple) => Triple): Triple {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const shown = times(SCREEN, see(times(CONES, [red!, green!, blue!])));
  const [r, g, b] = shown.map((value) => Math.min(1, Math.max(0, value)));
  const [x, y, z] = times(XYZ, [r!, g!, b!]);
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** CIEDE2000 (Sharma, Wu & Dalal 2005). */
function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const mean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (b: number, a: number): number => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [dl, dc] = [l2 - l1, c2 - c1];
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rt =
    -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh));
}

test('the formula is the published one', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  // Greys are grey to everybody.
  for (const see of Object.values(seenBy))
    expect(
      ciede2000(
        labOf('#808080', see),
        labOf('#808080', (c) => c),
      ),
    ).toBeLessThan(1.5);
});

/** About 1 can just be told apart side by side. */
const FLOORS = { all: 3.3, firstTwelve: 4 };

test.each(Object.entries(seenBy))('%s tell any two colours of the palette apart', (_, see) => {
  const labs = palette.map((color) => labOf(color, see));
  for (const [index, one] of labs.entries()) {
    for (const [later, other] of labs.slice(index + 1).entries()) {
      const floor = index + later + 1 < 12 ? FLOORS.firstTwelve : FLOORS.all;
      expect(ciede2000(one, other), `${palette[index]} ${palette[index + later + 1]}`).toBeGreaterThan(floor);
    }
  }
});
