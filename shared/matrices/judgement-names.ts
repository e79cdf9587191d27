import type { CellSymbol, ColumnKind, Rating } from './cell-kinds.ts';
import type { RowKind } from './row-keys.ts';

/** With a real minus, and a plus so that nobody takes it for a count. */
export function ratingName(rating: Rating): string {
  const value = Number(rating);
  if (Number.isNaN(value)) return rating;
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`;
}

/** A sign that is read at a glance; the word stands beside it. */
export const symbolSigns: Readonly<Record<CellSymbol, string>> = {
  present: '✓',
  absent: '✗',
  unclear: '?',
  met: '✓',
  missed: '✗',
  unknown: '?',
  converge: '=',
  partly: '≈',
  diverge: '≠',
};

export const columnKindNames: Readonly<Record<ColumnKind, string>> = {
  codes: 'Codes',
  group: 'Cases of a group',
  attribute: 'Attribute',
  rating: 'Rating',
  checklist: 'Checklist',
  condition: 'Condition',
  verdict: 'Verdict',
  cells: 'Cells of another matrix',
};

/** What one row of the kind is called, and several. */
export const rowKindNames: Readonly<Record<RowKind, readonly [one: string, many: string]>> = {
  cases: ['case', 'cases'],
  groups: ['group', 'groups'],
  sites: ['site', 'sites'],
  roles: ['role', 'roles'],
  codes: ['code', 'codes'],
  sections: ['section', 'sections'],
  coders: ['coder', 'coders'],
  all: ['row', 'rows'],
};

/** “3 groups”, “1 case”. */
export function countRows(kind: RowKind, rows: number): string {
  const [one, many] = rowKindNames[kind];
  return rows === 1 ? `1 ${one}` : `${rows.toLocaleString('en')} ${many}`;
}
