import { createHash } from 'node:crypto';
import { codeInterview } from './workload-codings.ts';
import { rankPicker, seededRandom } from './workload-random.ts';
import { makeInterview, type InterviewText } from './workload-text.ts';
import { capitalised, makeVocabulary, realWords } from './workload-words.ts';

const shapes = {
  XS: { interviews: 6, words: 1500, codes: 12, codings: 200 },
  S: { interviews: 25, words: 9000, codes: 40, codings: 2500 },
  M: { interviews: 200, words: 9000, codes: 60, codings: 60000 },
  L: { interviews: 1000, words: 9000, codes: 60, codings: 500000 },
} as const;

export type Size = keyof typeof shapes;

const SEED = 20261122;

/** What a search must find and a checksum must be: made once, by the generator that the peers were measured with. */
export const expectedOf = {
  XS: { sha256: 'b572727a5b0415aeb6269bbb1b1458fbf7e1f8dde4f98ae612cb6f26288fc920' },
  S: {
    sha256: '3f82eb5bbd53292137e176bbf14476c3e14a517f61048f72c73d02a5c70771b0',
    huisarts: 470,
    coordinatie: 439,
  },
  M: {
    sha256: 'e326f7639fc32a6c7b601f60c48fb5497fc943209576986a7ef54800a660f807',
    huisarts: 3509,
    coordinatie: 3421,
  },
  L: {
    sha256: '3b58e80bd8a1bbe2b9dc43e8a3b957b6bbf24ccc0d85acd063d7133bfea475c9',
    huisarts: 17846,
    coordinatie: 17299,
  },
} as const;

export const coders = ['anna', 'bram', 'chloë'] as const;

export interface WorkloadCode {
  readonly id: number;
  readonly category: number;
  readonly name: string;
  readonly color: string;
}

export interface WorkloadCoding {
  readonly id: number;
  /** The number of the code, from 1. */
  readonly code: number;
  readonly coder: (typeof coders)[number];
  readonly start: number;
  readonly end: number;
}

export interface WorkloadInterview extends InterviewText {
  readonly id: number;
  readonly name: string;
  readonly attributes: { readonly role: string; readonly region: string; readonly age: number };
  readonly codings: readonly WorkloadCoding[];
}

export interface Workload {
  readonly codings: number;
  readonly categories: readonly { readonly id: number; readonly name: string }[];
  readonly codes: readonly WorkloadCode[];
  /** Made one by one, in order; can be walked once. */
  readonly interviews: Iterable<WorkloadInterview>;
}

/** The seeded study of a size: interviews with turns and attributes, a codebook, and what three coders coded. */
export function makeWorkload(size: Size): Workload {
  const shape = shapes[size];
  const categories = Array.from({ length: 8 }, (_, index) => ({
    id: index + 1,
    name: `Thema ${index + 1} ${capitalised(realWords[(90 + index * 5) % realWords.length]!)}`,
  }));
  const codes = Array.from({ length: shape.codes }, (_, index) => makeCode(index));
  return { codings: shape.codings, categories, codes, interviews: interviewsOf(size) };
}

function makeCode(index: number): WorkloadCode {
  const words = [
    realWords[(60 + index) % realWords.length],
    realWords[(100 + ((index * 3) % 60)) % realWords.length],
  ];
  return {
    id: index + 1,
    category: (index % 8) + 1,
    name: `${String(index + 1).padStart(2, '0')} ${words.join(' – ')}`,
    color: `#${COLORS[index % COLORS.length]}`,
  };
}

const COLORS = 'F5A9A9 F7BE81 F2F5A9 D0F5A9 A9F5A9 A9F5D0 A9F5F2 A9D0F5 A9A9F5 D0A9F5 F5A9F2 F5A9D0'.split(
  ' ',
);

function* interviewsOf(size: Size): Generator<WorkloadInterview> {
  const shape = shapes[size];
  const random = seededRandom(SEED ^ (size.charCodeAt(0) * 2654435761));
  const vocabulary = makeVocabulary(random);
  const pickRank = rankPicker(random, vocabulary.length, 2.7, 1);
  const pickWord = (): string => vocabulary[pickRank()]!;
  const pickCodeRank = rankPicker(random, shape.codes, 4, 0.8);
  // Every fifth interview is coded by all three coders, and gets 2.4 times as many codings.
  const codedByAll = Math.ceil(shape.interviews / 5);
  const unit = shape.codings / (shape.interviews - codedByAll + codedByAll * 2.4);
  let made = 0;
  let weight = 0;
  for (let index = 0; index < shape.interviews; index += 1) {
    const byAll = index % 5 === 0;
    const interview = makeInterview(random, pickWord, shape.words);
    const attributes = describe(index, random.whole(21, 88));
    weight += byAll ? 2.4 : 1;
    const wanted = Math.round(unit * weight) - made;
    const codersHere = byAll ? [0, 1, 2] : [index % 3];
    const ranges = codeInterview(random, () => pickCodeRank() + 1, interview, codersHere, wanted);
    const codings = ranges.map(({ coder, code, start, end }, place) => ({
      id: made + place + 1,
      code,
      coder: coders[coder]!,
      start,
      end,
    }));
    made += codings.length;
    yield { ...interview, ...named(index), attributes, codings };
  }
}

function named(index: number): Pick<WorkloadInterview, 'id' | 'name'> {
  return { id: index + 1, name: `interview_${String(index + 1).padStart(4, '0')}.txt` };
}

const ROLES = ['patiënt', 'huisarts', 'verpleegkundige', 'mantelzorger'];
const REGIONS = ['Noord', 'Oost', 'Zuid', 'West', 'Midden'];

function describe(index: number, age: number): WorkloadInterview['attributes'] {
  return { role: ROLES[index % 4]!, region: REGIONS[(index * 7) % 5]!, age };
}

/** The checksum over every line that the original generator writes, in its order. */
export function workloadChecksum(size: Size): string {
  const hash = createHash('sha256');
  for (const interview of makeWorkload(size).interviews) {
    const units = otherUnits(interview.text);
    for (const { id, code, coder, start, end } of interview.codings) {
      const [s = 0, s8 = 0] = units(start);
      const [e = 0, e8 = 0] = units(end);
      const line = { id, doc: interview.id, code, coder, s16: start, e16: end, s, e, s8, e8 };
      hash.update(`${JSON.stringify(line)}\n`);
    }
    const { id, name, text, turns, attributes } = interview;
    hash.update(`${JSON.stringify({ id, name, text, turns, attrs: attributes })}\n`);
  }
  return hash.digest('hex');
}

/** From UTF-16 positions to code points and UTF-8 bytes. */
function otherUnits(text: string): (position: number) => readonly number[] {
  const codePoints = new Uint32Array(text.length + 1);
  const bytes = new Uint32Array(text.length + 1);
  let codePoint = 0;
  let byte = 0;
  let at = 0;
  for (const character of text) {
    codePoints.fill(codePoint, at, at + character.length);
    bytes.fill(byte, at, at + character.length);
    at += character.length;
    codePoint += 1;
    byte += Buffer.byteLength(character);
  }
  codePoints[at] = codePoint;
  bytes[at] = byte;
  return (position) => [codePoints[position]!, bytes[position]!];
}
