import { figure, undefinedBecause, type Figure } from './figure.ts';
import type { Table } from './ratings.ts';

/**
 * Holsti's coefficient of reliability for one code: 2A / (n_1 + n_2), where A counts the units to which both coders gave
 * the code and n_1, n_2 those to which each did. `table` is [[neither, only second], [only first, both]].
 *
 * Source: Holsti (1969), Content Analysis for the Social Sciences and Humanities, p. 140.
 */
export function holsti(table: Table): Figure {
  const both = table[1]?.[1] ?? 0;
  const marks = (table[0]?.[1] ?? 0) + (table[1]?.[0] ?? 0) + 2 * both;
  return marks === 0 ? undefinedBecause('no variation') : figure((2 * both) / marks);
}
