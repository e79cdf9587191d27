import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePositions } from '#shared/exchange/decide-positions.ts';
import {
  conventionsFor,
  offsetsOf,
  storedText,
  type PositionConvention,
} from '#shared/exchange/position-convention.ts';

/** Counts by walking through the text sign by sign: the slow, plain way. */
function positionIn(raw: string, stored: number, { bom, lineEnds, unit }: PositionConvention): number {
  let position = 0;
  let at = 0;
  for (const sign of raw.match(/\r\n|[\s\S]/gu) ?? []) {
    const isBom = position === 0 && at === 0 && sign === '\ufeff' && raw.startsWith('\ufeff');
    if (!isBom && at >= stored) break;
    if (isBom && bom === 'not counted') continue;
    const size =
      sign === '\r\n'
        ? lineEnds === 'as in the file'
          ? 2
          : 1
        : unit === 'code points'
          ? 1
          : unit === 'UTF-16 units'
            ? sign.length
            : Buffer.byteLength(sign);
    position += size;
    if (!isBom) at += sign === '\r\n' ? 1 : sign.length;
  }
  return position;
}

const WORDS = [
  'huisarts',
  'patiënt',
  'trust',
  '😀',
  'cafe\u0301',
  'net\u00ADwerk',
  'samen',
  '👩‍👩‍👧',
  'ze',
  'werkdruk',
];

const interviews = fc
  .record({
    lines: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 9 }), {
      minLength: 3,
      maxLength: 12,
    }),
    ends: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    picks: fc.array(fc.tuple(fc.nat(11), fc.nat(8), fc.nat(3)), { minLength: 4, maxLength: 12 }),
  })
  .map(({ lines, ends, bom, picks }) => {
    const raw = (bom ? '\ufeff' : '') + lines.map((words) => words.join(' ')).join(ends);
    const text = storedText(raw);
    const passages = picks.map(([line, from, length]) => {
      const words = lines[line % lines.length]!;
      const first = from % words.length;
      const quoted = words.slice(first, first + 1 + length);
      const before = lines
        .slice(0, line % lines.length)
        .reduce((sum, other) => sum + other.join(' ').length + 1, 0);
      const start = before + words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
      return { start, end: start + quoted.join(' ').length };
    });
    return { raw, text, passages };
  });

test('whatever way of counting a program used, every passage lands on its words', () => {
  fc.assert(
    fc.property(interviews, fc.nat(), ({ raw, text, passages }, pick) => {
      const conventions = conventionsFor(raw);
      const convention = conventions[pick % conventions.length]!;
      const written = passages.map(({ start, end }) => ({
        start: positionIn(raw, start, convention),
        end: positionIn(raw, end, convention) - (convention.end === 'the last' ? 1 : 0),
        words: text.slice(start, end),
      }));
      const { decision, placed } = decidePositions(raw, written);
      expect(placed.map(({ range }) => text.slice(range!.start, range!.end))).toEqual(
        written.map(({ words }) => words),
      );
      expect(decision.evidence).toBe('quoted words');
    }),
    { numRuns: 300 },
  );
});

test('the table of offsets agrees with counting sign by sign', () => {
  fc.assert(
    fc.property(interviews, ({ raw, passages }) => {
      for (const convention of conventionsFor(raw)) {
        const offsets = offsetsOf(raw, convention);
        for (const { start } of passages) expect(offsets[positionIn(raw, start, convention)]).toBe(start);
      }
    }),
    { numRuns: 100 },
  );
});

test('a mark at the beginning of the file and Windows line ends are seen from the words alone', () => {
  const raw = '\ufeffI: How was it?\r\nT01: We shared the work.\r\nI: And then?\r\nT01: Nobody led it.';
  const { decision } = decidePositions(raw, [
    { start: 22, end: 38, words: 'We shared the wo' },
    { start: 63, end: 76, words: 'Nobody led it' },
  ]);
  expect(decision.convention.lineEnds).toBe('as in the file');
});

test('without quoted words the edges of words decide, and it is said that this is less sure', () => {
  const raw = 'Alpha beta\r\ngamma delta\r\nepsilon zeta\r\neta theta';
  const passages = [
    { start: 12, end: 17, words: '' },
    { start: 25, end: 32, words: '' },
    { start: 39, end: 42, words: '' },
  ];
  const { decision, placed } = decidePositions(raw, passages);
  expect(decision).toMatchObject({ evidence: 'word edges', certainty: 'likely' });
  expect(placed.map(({ range }) => storedText(raw).slice(range!.start, range!.end))).toEqual([
    'gamma',
    'epsilon',
    'eta',
  ]);
});

test('a passage whose words stand elsewhere is found by them, and one whose words are nowhere is listed', () => {
  const raw = 'One two three four five six seven eight nine ten';
  const { placed } = decidePositions(raw, [
    { start: 0, end: 7, words: 'One two' },
    { start: 8, end: 18, words: 'three four' },
    { start: 3, end: 9, words: 'eight nine' },
    { start: 19, end: 27, words: 'never said' },
    { start: 400, end: 420, words: 'never said' },
  ]);
  expect(placed.map(({ placing }) => placing)).toEqual([
    'position',
    'position',
    'words',
    'doubtful',
    'nowhere',
  ]);
});
