import { ratings, symbolsOf, type CellSymbol, type ColumnKind, type Rating } from './cell-kinds.ts';

export interface Judgement {
  readonly rating?: Rating;
  readonly symbol?: CellSymbol;
}

const SCALE: readonly Rating[] = ['-2', '-1', '0', '1', '2'];

/** True for a column whose cells are judged; letters and digits are then keys, and Enter writes. */
export function isJudged(kind: ColumnKind): boolean {
  return kind === 'rating' || symbolsOf(kind).length > 0;
}

/**
 * What a key says about a cell: + and − go one step up and down the scale, 0 to 2 are on it, M is mixed, N no data; a symbol
 * is called by the first letter that it has for itself. Undefined for any other key.
 */
export function judgementOf(kind: ColumnKind, key: string, before: Rating | null): Judgement | undefined {
  const letter = key.toLowerCase();
  if (kind === 'rating') {
    const rating = ratingOf(letter, before);
    return rating === undefined ? undefined : { rating };
  }
  const symbol = symbolsOf(kind).find((one) => SYMBOL_KEYS[one] === letter);
  return symbol === undefined ? undefined : { symbol };
}

function ratingOf(letter: string, before: Rating | null): Rating | undefined {
  const place = before === null ? 2 : SCALE.indexOf(before);
  const from = place === -1 ? 2 : place;
  if (letter === '+' || letter === '=') return SCALE[Math.min(4, before === null ? 3 : from + 1)];
  if (letter === '-' || letter === '−') return SCALE[Math.max(0, before === null ? 1 : from - 1)];
  if (letter === 'm') return 'mixed';
  if (letter === 'n') return 'no data';
  return ratings.find((rating) => rating === letter);
}

export const SYMBOL_KEYS: Readonly<Record<CellSymbol, string>> = {
  present: 'p',
  absent: 'a',
  unclear: 'u',
  met: 'm',
  missed: 'x',
  unknown: 'u',
  converge: 'c',
  partly: 'p',
  diverge: 'd',
};
