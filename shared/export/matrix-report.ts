import type { MatrixCell, MatrixColumn, MatrixRow } from '../matrices/matrices-contract.ts';
import type { CellStateName } from '../checking/cell-state.ts';
import { stateWord } from '../checking/state-words.ts';
import { ratingName, symbolSigns } from '../matrices/judgement-names.ts';
import type { AboutExport } from './about-sheet.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import { stateAt, type Claims } from './claims.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import type { CellFragment } from './fragments-sheet.ts';
import type { MatrixLayout } from './matrix-layout.ts';

/** A matrix with all that is told about it: gathered once, then written as a workbook, csv, a document or a page. */
export interface MatrixReport {
  readonly about: AboutExport;
  readonly claims: Claims;
  readonly layout: MatrixLayout;
  readonly plan: FragmentPlan;
  /** Case by case and column by column, read while they are written: to be walked through once. */
  readonly fragments: Iterable<CellFragment>;
}

/** The rating, symbol or verdict of a cell, as a reader looks for it; '' where none was given. */
export function judgedText(cell: Pick<MatrixCell, 'rating' | 'symbol'> | undefined): string {
  if (cell === undefined) return '';
  if (cell.rating !== null) return ratingName(cell.rating);
  return cell.symbol === null ? '' : `${symbolSigns[cell.symbol]} ${cell.symbol}`;
}

/** What a cell says besides its summary and its judgement, in the words of a line below it. Nothing for a cell that holds nothing. */
export function cellNote(
  cell: Pick<MatrixCell, 'count' | 'evidence'> | undefined,
  state: CellStateName,
): string {
  const said = isWorthSaying(state) ? [stateWord(state)] : [];
  if (cell === undefined) return said.join('');
  const parts = [
    ...said,
    ...(cell.count === 0 ? [] : [cell.count === 1 ? '1 fragment' : `${cell.count} fragments`]),
    ...(cell.evidence === 0 ? [] : [`${cell.evidence} as evidence`]),
  ];
  return parts.join(' · ');
}

/** That a cell is empty, or only a draft, is what everybody supposes. */
function isWorthSaying(state: CellStateName): boolean {
  return state !== 'empty' && state !== 'not summarised' && state !== 'draft';
}

/** Finds the states of cells by their place. */
export function stateFinder({
  claims,
  about,
}: Pick<MatrixReport, 'about' | 'claims'>): (row: MatrixRow, column: MatrixColumn) => CellStateName {
  const find = cellFinder({ about });
  return (row, column) => stateAt(claims, { rowKey: row.key, columnId: column.id }, find(row, column));
}

/** Finds cells by their place. */
export function cellFinder({
  about,
}: Pick<MatrixReport, 'about'>): (row: MatrixRow, column: MatrixColumn) => MatrixCell | undefined {
  const cells = byCell(about.matrix.cells);
  return ({ key }, { id }) => cells.get(cellKey(key, id));
}

/** What identifies the row beside its name: the attributes that the view groups or sorts by, or that it is gone. */
export function rowAttributes({ attributes }: MatrixLayout, { values, isGone }: MatrixRow): string {
  if (isGone) return 'no longer in the study';
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

/** What is read off, where a column does that, and what was written. */
export function shownText(cell: Pick<MatrixCell, 'derived' | 'summary'> | undefined): string {
  if (cell === undefined) return '';
  return [cell.derived, cell.summary].filter((text) => text !== '').join('\n');
}
