import type { MatrixCell, MatrixColumn, MatrixRow } from '../matrices/matrices-contract.ts';
import type { AboutExport } from './about-sheet.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import type { CellFragment } from './fragments-sheet.ts';
import type { MatrixLayout } from './matrix-layout.ts';

/** A matrix with all that is told about it: gathered once, then written as a workbook, csv, a document or a page. */
export interface MatrixReport {
  readonly about: AboutExport;
  readonly layout: MatrixLayout;
  readonly plan: FragmentPlan;
  /** Case by case and column by column, read while they are written: to be walked through once. */
  readonly fragments: Iterable<CellFragment>;
}

/** What a cell says besides its summary, in the words of a line below it. Nothing for a cell that holds nothing. */
export function cellNote(cell: Pick<MatrixCell, 'count' | 'evidence'> | undefined): string {
  if (cell === undefined) return '';
  const parts = [
    ...(cell.count === 0 ? [] : [cell.count === 1 ? '1 fragment' : `${cell.count} fragments`]),
    ...(cell.evidence === 0 ? [] : [`${cell.evidence} as evidence`]),
  ];
  return parts.join(' · ');
}

/** Finds cells by their place. */
export function cellFinder({
  about,
}: Pick<MatrixReport, 'about'>): (row: MatrixRow, column: MatrixColumn) => MatrixCell | undefined {
  const cells = byCell(about.matrix.cells);
  return ({ key }, { id }) => cells.get(cellKey(key, id));
}

/** What identifies the row beside its name: the attributes that the view groups or sorts by. */
export function rowAttributes({ attributes }: MatrixLayout, { values }: MatrixRow): string {
  return attributes
    .map(({ id, name }) => [name, values[id] ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}

/** Where a fragment comes from: “T01, Interview T01, turn 12 (Personal experience)”. */
export function sourceOf({ fragment, caseCode }: CellFragment): string {
  const title = fragment.transcriptTitle === caseCode ? [] : [fragment.transcriptTitle];
  const turn = fragment.turnNumber === null ? [] : [`turn ${fragment.turnNumber}`];
  const section = fragment.sectionTitle === null ? '' : ` (${fragment.sectionTitle})`;
  return [caseCode, ...title, ...turn].join(', ') + section;
}
