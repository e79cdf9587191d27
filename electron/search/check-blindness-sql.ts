import type { CoderId } from '#shared/ids.ts';

/**
 * What a checker is not shown yet is not found either, as SQL conditions. `cell` is the expression for the cell's id. The
 * coder is a number of our own: it stands in the statement, so that conditions can be put together.
 */

/** The author's words about a cell: not before the checker's own, where that was asked for first. */
export function authorsShown(cell: string, coderId: CoderId | null): string {
  if (coderId === null) return 'TRUE';
  return `NOT EXISTS (
    SELECT 1 FROM check_assignment AS given
    WHERE given.cell_id = ${cell} AND given.checker_id = ${Number(coderId)} AND given.mode <> 'open'
      AND NOT EXISTS (
        SELECT 1 FROM cell_check AS own WHERE own.cell_id = given.cell_id AND own.checker_id = given.checker_id
          AND (own.own_summary <> '' OR own.own_rating IS NOT NULL)))`;
}

/** What a check says: a checker decides before reading what other checkers decided. */
export function checksShown(cell: string, checker: string, coderId: CoderId | null): string {
  if (coderId === null) return 'TRUE';
  return `(${checker} = ${Number(coderId)} OR NOT EXISTS (
    SELECT 1 FROM check_assignment AS given
    WHERE given.cell_id = ${cell} AND given.checker_id = ${Number(coderId)}
      AND NOT EXISTS (
        SELECT 1 FROM cell_check AS own WHERE own.cell_id = given.cell_id AND own.checker_id = given.checker_id
          AND own.verdict IS NOT NULL)))`;
}
