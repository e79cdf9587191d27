/**
 * How a program counts positions in a text file. REFI-QDA asks for code points from 0 with the end after the last
 * character; what programs write differs in all four respects.
 */
export interface PositionConvention {
  readonly bom: 'not counted' | 'counted';
  /** A CRLF counts as one character, or as the two that stand in the file. */
  readonly lineEnds: 'one character' | 'as in the file';
  readonly unit: 'code points' | 'UTF-16 units' | 'UTF-8 bytes';
  readonly end: 'after the last' | 'the last';
}

export const STANDARD: PositionConvention = {
  bom: 'not counted',
  lineEnds: 'one character',
  unit: 'code points',
  end: 'after the last',
};

const BOM = '\u{FEFF}';

/** The text as it is stored here: without a BOM, `\n` as the only line end, everything else code point for code point. */
export function storedText(raw: string): string {
  const body = raw.startsWith(BOM) ? raw.slice(1) : raw;
  return body.replaceAll(/\r\n?/g, '\n');
}

/**
 * The ways of counting that give different positions in this text, the likelier ones first: the standard, then what
 * existing programs are known to do. Without a BOM, a CR or a sign outside the ASCII range the respective choices fall
 * together.
 */
export function conventionsFor(raw: string): readonly PositionConvention[] {
  const boms = raw.startsWith(BOM) ? (['not counted', 'counted'] as const) : (['not counted'] as const);
  const lineEnds = raw.includes('\r\n')
    ? (['one character', 'as in the file'] as const)
    : (['one character'] as const);
  const found: PositionConvention[] = [];
  for (const end of ['after the last', 'the last'] as const) {
    for (const unit of unitsFor(raw)) {
      for (const lineEnd of lineEnds) {
        for (const bom of boms) found.push({ bom, lineEnds: lineEnd, unit, end });
      }
    }
  }
  return found;
}

function unitsFor(raw: string): readonly PositionConvention['unit'][] {
  const units: PositionConvention['unit'][] = ['code points'];
  if (/[\u{10000}-\u{10FFFF}]/u.test(raw)) units.push('UTF-16 units');
  // eslint-disable-next-line no-control-regex -- the range is ASCII itself
  if (/[^\u0000-\u007F]/.test(raw.startsWith(BOM) ? raw.slice(1) : raw)) units.push('UTF-8 bytes');
  return units;
}

/**
 * For every position of the convention, 0 to the length, where it lies in `storedText(raw)`, in UTF-16 code units. A
 * position inside a character (a byte, the LF of a CRLF) is the place before it. The end of a passage is not treated here:
 * see `rangeIn`.
 */
export function offsetsOf(raw: string, convention: PositionConvention): Uint32Array {
  const offsets = new Uint32Array(raw.length * 3 + 2);
  let units = 0;
  let stored = 0;
  const put = (count: number, width: number): void => {
    for (let unit = 0; unit < count; unit += 1) {
      offsets[units] = convention.unit === 'UTF-16 units' && count === 2 ? stored + unit : stored;
      units += 1;
    }
    stored += width;
  };
  let at = 0;
  if (raw.startsWith(BOM)) {
    if (convention.bom === 'counted') put(convention.unit === 'UTF-8 bytes' ? 3 : 1, 0);
    at = 1;
  }
  while (at < raw.length) {
    const point = raw.codePointAt(at) ?? 0;
    const width = point > 0xffff ? 2 : 1;
    if (point === 0x0d && raw.charCodeAt(at + 1) === 0x0a) {
      if (convention.lineEnds === 'as in the file') {
        offsets[units] = stored;
        units += 1;
      }
      at += 1;
      put(1, 1);
    } else {
      put(unitsOf(point, convention.unit), width);
    }
    at += width;
  }
  offsets[units] = stored;
  return offsets.subarray(0, units + 1);
}

function unitsOf(point: number, unit: PositionConvention['unit']): number {
  if (unit === 'code points') return 1;
  if (unit === 'UTF-16 units') return point > 0xffff ? 2 : 1;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Where a passage of the file lies in the stored text; null when its positions are not in the text. */
export function rangeIn(
  offsets: Uint32Array,
  { end: ends }: PositionConvention,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const from = offsets[start];
  const to = offsets[ends === 'the last' ? end + 1 : end];
  return from === undefined || to === undefined || to < from ? null : { start: from, end: to };
}

/** “code points, the end not included, CRLF counted as two” */
export function describeConvention({ bom, lineEnds, unit, end }: PositionConvention): string {
  return [
    unit,
    end === 'after the last' ? 'end not included' : 'end included',
    ...(lineEnds === 'as in the file' ? ['CRLF counted as two'] : []),
    ...(bom === 'counted' ? ['byte order mark counted'] : []),
  ].join(', ');
}
