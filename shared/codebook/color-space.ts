/**
 * Colours as people see them: OKLab (Ottosson 2020), where equal distances look equally large, and the same after
 * simulating colour blindness: to red or green with the matrices of Machado, Oliveira & Fernandes (2009) at full severity,
 * to blue with the two half-planes of Brettel, Viénot & Mollon (1997), because the former are not meant for it.
 */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const DEUTERANOPIA: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const PROTANOPIA: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
/** On this side of the plane through the greys, and on the other. */
const TRITANOPIA: readonly [Matrix, Matrix] = [
  [
    [1.01277, 0.13548, -0.14826],
    [-0.01243, 0.86812, 0.14431],
    [0.07589, 0.805, 0.11911],
  ],
  [
    [0.93678, 0.18979, -0.12657],
    [0.06154, 0.81526, 0.1232],
    [-0.37562, 1.12767, 0.24796],
  ],
];
const TRITAN_PLANE: Triple = [0.03901, -0.02788, -0.01113];
const LINEAR_TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const CONES_TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const LAB_TO_CONES: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const CONES_TO_LINEAR: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

export type Vision = 'typical' | 'deuteranopia' | 'protanopia' | 'tritanopia';

export interface Oklch {
  /** 0 black, 1 white. */
  readonly lightness: number;
  readonly chroma: number;
  /** Degrees. */
  readonly hue: number;
}

/** #rrggbb, or null where no screen shows this colour. */
export function hexOf({ lightness, chroma, hue }: Oklch): string | null {
  const angle = (hue * Math.PI) / 180;
  const lab: Triple = [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const linear = times(
    CONES_TO_LINEAR,
    mapTriple(times(LAB_TO_CONES, lab), (cone) => cone ** 3),
  );
  if (linear.some((channel) => channel < 0 || channel > 1)) return null;
  const bytes = linear.map((channel) => Math.round(encoded(channel) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function oklchOf(hex: string): Oklch {
  const [lightness, a, b] = oklab(linearOf(hex));
  return {
    lightness,
    chroma: Math.hypot(a, b),
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  };
}

/** How far apart two colours look: 0 the same, about 0.02 just told apart side by side, 1 black and white. */
export function distanceBetween(one: string, other: string, vision: Vision): number {
  const [l1, a1, b1] = seen(one, vision);
  const [l2, a2, b2] = seen(other, vision);
  return Math.sqrt((l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2);
}

/** WCAG contrast of two colours: 1 to 21. */
export function contrastBetween(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = linearOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Codes share few colours, and choosing one for a large codebook compares each with each. */
const seenBefore: Readonly<Record<Vision, Map<string, Triple>>> = {
  typical: new Map(),
  deuteranopia: new Map(),
  protanopia: new Map(),
  tritanopia: new Map(),
};

function seen(hex: string, vision: Vision): Triple {
  let lab = seenBefore[vision].get(hex);
  if (lab === undefined) {
    lab = oklab(simulated(linearOf(hex), vision));
    seenBefore[vision].set(hex, lab);
  }
  return lab;
}

function simulated(linear: Triple, vision: Vision): Triple {
  if (vision === 'typical') return linear;
  const blind = times(blindness(vision, linear), linear);
  return mapTriple(blind, (channel) => Math.min(1, Math.max(0, channel)));
}

function blindness(vision: Exclude<Vision, 'typical'>, linear: Triple): Matrix {
  if (vision === 'deuteranopia') return DEUTERANOPIA;
  if (vision === 'protanopia') return PROTANOPIA;
  const side = TRITAN_PLANE.reduce((sum, part, index) => sum + part * (linear[index] ?? 0), 0);
  return TRITANOPIA[side >= 0 ? 0 : 1];
}

function oklab(linear: Triple): Triple {
  return times(CONES_TO_LAB, mapTriple(times(LINEAR_TO_CONES, linear), Math.cbrt));
}

function linearOf(hex: string): Triple {
  const bits = Number.parseInt(hex.slice(1), 16);
  return mapTriple([bits >> 16, (bits >> 8) & 255, bits & 255], (byte) => decoded(byte / 255));
}

function decoded(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  return channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  return mapMatrix(matrix, ([a, b, c]) => a * x + b * y + c * z);
}

function mapMatrix([a, b, c]: Matrix, change: (row: Triple) => number): Triple {
  return [change(a), change(b), change(c)];
}

function mapTriple([a, b, c]: Triple, change: (value: number) => number): Triple {
  return [change(a), change(b), change(c)];
}
