import type { Sheet } from '../export/sheet.ts';
import type { ExportFacts } from './fragment-export.ts';
import type { CrossedCell } from './retrieval-contract.ts';

/** Counts with the groups down, another dimension across, and the sum of each group last. */
export interface CrossedTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly title: string; readonly counts: readonly number[] }[];
}

/** One table of fragments and one of cases; none when nothing goes across. */
export function crossedTables(facts: Pick<ExportFacts, 'groups' | 'crossed'>): readonly CrossedTable[] {
  if (facts.crossed === null) return [];
  return [
    crossedTable('Fragments crossed', facts, ({ fragments }) => fragments),
    crossedTable('Cases crossed', facts, ({ cases }) => cases),
  ];
}

export function crossedSheets(facts: Pick<ExportFacts, 'groups' | 'crossed'>): readonly Sheet[] {
  return crossedTables(facts).map(({ name, header, rows }) => ({
    name,
    columns: header.map((title, index) =>
      index === 0
        ? { title, width: 34 }
        : { title, width: index === header.length - 1 ? 10 : 14, numeric: true as const },
    ),
    rows: rows.map(({ title, counts }) => ({
      kind: 'plain',
      cells: [{ value: title }, ...counts.map((value) => ({ value }))],
    })),
    rowCount: rows.length,
    filter: false,
  }));
}

function crossedTable(
  name: string,
  { groups, crossed }: Pick<ExportFacts, 'groups' | 'crossed'>,
  countOf: (cell: Pick<CrossedCell, 'fragments' | 'cases'>) => number,
): CrossedTable {
  const columns = crossed?.columns ?? [];
  const byRow = Map.groupBy(crossed?.cells ?? [], ({ row }) => row);
  return {
    name,
    header: ['Group', ...columns.map(({ title }) => title), 'All'],
    rows: groups.map((group, row) => {
      const cells = new Map((byRow.get(row) ?? []).map((cell) => [cell.column, cell]));
      const across = columns.map((_, column) => {
        const cell = cells.get(column);
        return cell === undefined ? 0 : countOf(cell);
      });
      return { title: group.title, counts: [...across, countOf(group)] };
    }),
  };
}
