import { beyondChance, undefinedBecause, type Figure } from './figure.ts';
import { sum, type Table } from './ratings.ts';

/** p_e = Σ_k ((p_k· + p_·k) / 2)²: as if both coders had the same frequencies. */
export function scottExpected(table: Table): number {
  const units = sum(table.flat());
  return sum(
    table.map((row, k) => ((sum(row) + sum(table.map((other) => other[k] ?? 0))) / (2 * units)) ** 2),
  );
}

/**
 * Scott's π for two coders: (p_o − p_e) / (1 − p_e).
 *
 * Source: Scott (1955), Public Opinion Quarterly 19, 321–325.
 */
export function scottPi(table: Table): Figure {
  const units = sum(table.flat());
  if (units === 0) return undefinedBecause('no pairs');
  return beyondChance(sum(table.map((row, k) => row[k] ?? 0)) / units, scottExpected(table));
}
