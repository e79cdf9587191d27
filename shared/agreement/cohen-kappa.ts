import { beyondChance, undefinedBecause, type Figure } from './figure.ts';
import { sum, type Table } from './ratings.ts';

interface Margins {
  readonly units: number;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

function marginsOf(table: Table): Margins {
  const first = table.map((row) => sum(row));
  const second = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return { units: sum(first), first, second };
}

/** p_e = Σ_k p_k· p_·k: the agreement of coders who each keep their own frequencies and choose by chance. */
export function cohenExpected(table: Table): number {
  const { units, first, second } = marginsOf(table);
  return sum(first.map((count, k) => (count / units) * ((second[k] ?? 0) / units)));
}

/**
 * Cohen's κ for two coders: (p_o − p_e) / (1 − p_e), p_e = Σ_k p_k· p_·k.
 *
 * Source: Cohen (1960), Educational and Psychological Measurement 20, 37–46.
 */
export function cohenKappa(table: Table): Figure {
  const { units } = marginsOf(table);
  if (units === 0) return undefinedBecause('no pairs');
  return beyondChance(sum(table.map((row, k) => row[k] ?? 0)) / units, cohenExpected(table));
}

/**
 * The largest κ that these frequencies of the two coders allow: with p_o,max = Σ_k min(p_k·, p_·k) in place of p_o.
 *
 * Source: Cohen (1960), p. 42.
 */
export function cohenKappaMax(table: Table): Figure {
  const { units, first, second } = marginsOf(table);
  if (units === 0) return undefinedBecause('no pairs');
  const most = sum(first.map((count, k) => Math.min(count, second[k] ?? 0)));
  return beyondChance(most / units, cohenExpected(table));
}
