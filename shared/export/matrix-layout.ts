import type { Matrix, MatrixRow } from '../matrices/matrices-contract.ts';
import type { RowKey } from '../matrices/row-keys.ts';
import { groupRows } from '../matrices/row-groups.ts';
import { isTypology, traitLabel, type Trait } from '../matrices/traits.ts';
import { attributeCell } from './participants-sheet.ts';
import { FIRST_ROW, type SheetCell, type SheetColumn, type SheetRow } from './sheet.ts';

export type LayoutRow =
  { readonly kind: 'group'; readonly title: string } | { readonly kind: 'case'; readonly row: MatrixRow };

/** What the Matrix and the Counts sheet have in common, so that a case stands in the same row of both. */
export interface MatrixLayout {
  /** Attributes that the view groups or sorts by; the others are on the Participants sheet. */
  readonly attributes: readonly Trait[];
  readonly rows: readonly LayoutRow[];
  readonly rowOf: ReadonlyMap<RowKey, number>;
  /** Of the first matrix column, counted from 1. */
  readonly firstColumn: number;
}

export function layoutMatrix(matrix: Matrix): MatrixLayout {
  const attributes = shownAttributes(matrix);
  const rows = layoutRows(matrix);
  const rowOf = new Map<RowKey, number>();
  rows.forEach((entry, index) => {
    if (entry.kind === 'case') rowOf.set(entry.row.key, index + FIRST_ROW);
  });
  return { attributes, rows, rowOf, firstColumn: attributes.length + 2 };
}

function shownAttributes({ view, attributes }: Matrix): readonly Trait[] {
  const { groupBy, sort } = view;
  return attributes.filter(
    ({ id }) => id === groupBy || (sort.by === 'attribute' && sort.attributeId === id),
  );
}

function layoutRows({ rows, view, attributes }: Matrix): LayoutRow[] {
  const groupedBy = attributes.find(({ id }) => id === view.groupBy);
  if (groupedBy === undefined) return rows.map((row) => ({ kind: 'case', row }));
  return groupRows(rows, view.groupBy, attributes).flatMap((group): LayoutRow[] => [
    { kind: 'group', title: groupTitle(groupedBy, group.value, group.rows.length) },
    ...group.rows.map((row): LayoutRow => ({ kind: 'case', row })),
  ]);
}

function groupTitle(trait: Trait, value: string | null, cases: number): string {
  const none = isTypology(trait) ? 'not placed' : 'not filled in';
  return `${trait.name}: ${value ?? none} (${cases} ${cases === 1 ? 'case' : 'cases'})`;
}

/** The columns that say which case it is. */
export function leadingColumns({ attributes }: MatrixLayout): SheetColumn[] {
  return [
    { title: 'Case', width: 12 },
    ...attributes.map((trait) => {
      const title = traitLabel(trait);
      return { title, width: Math.min(28, Math.max(12, title.length + 4)) };
    }),
  ];
}

/** One sheet row for each row of the layout; `cellsOf` makes what comes after the leading columns of a case. */
export function layoutSheetRows(
  layout: MatrixLayout,
  columns: number,
  cellsOf: (row: MatrixRow) => readonly SheetCell[],
): SheetRow[] {
  return layout.rows.map((entry) => {
    if (entry.kind === 'group') {
      const rest = Array.from({ length: columns - 1 }, (): SheetCell => ({ value: null }));
      return { kind: 'group', cells: [{ value: entry.title }, ...rest] };
    }
    const { row } = entry;
    const attributes = layout.attributes.map((attribute) => ({
      value: attributeCell(attribute, row.values[attribute.id]),
    }));
    return { kind: 'plain', cells: [{ value: row.code }, ...attributes, ...cellsOf(row)] };
  });
}
