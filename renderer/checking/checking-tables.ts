import { MATRIX_TABLES } from '../matrices/matrix-tables.ts';

/** Everything that the state of a cell follows from: all that a matrix shows, and what was said of its cells. */
export const CHECKING_TABLES = [
  ...MATRIX_TABLES,
  'cell_basis',
  'cell_confirmation',
  'cell_sentence',
  'cell_sentence_source',
  'cell_check',
  'check_assignment',
  'check_package',
  'package_verdict',
];
