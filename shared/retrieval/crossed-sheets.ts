import type { Sheet } from '../export/sheet.ts';
import type { CrossedCell } from './retrieval-contract.ts';
import type { ExportFacts } from './fragment-export.ts';

/** The counts with the groups across: one sheet of fragments, one of cases. None when nothing goes across. */
export function crossedSheets(facts: Pick<ExportFacts, 'groups' | 'crossed'>): readonly Sheet[] {
  if (facts.crossed === null) return [];
  return [
    crossedSheet('Fragments crossed', facts, ({ fragments }) => fragments),
    crossedSheet('Cases crossed', facts, ({ cases }) => cases),
  ];
}

function crossedSheet(
  name: string,
  { groups, crossed }: Pick<ExportFacts, 'groups' | 'crossed'>,
  countOf: (cell: Pick<CrossedCell, 'fragments' | 'cases'>) => number,
): Sheet {
  const columns = crossed?.columns ?? [];
  const byRow = Map.groupBy(crossed?.cells ?? [], ({ row }) => row);
  return {
    name,
    columns: [
      { title: 'Group', width: 34 },
      ...columns.map(({ title }) => ({ title, width: 14, numeric: true as const })),
      { title: 'All', width: 10, numeric: true },
    ],
    rows: groups.map((group, row) => {
      const cells = new Map((byRow.get(row) ?? []).map((cell) => [cell.column, cell]));
      return {
        kind: 'plain',
        cells: [
          { value: group.title },
          ...columns.map((_, column) => {
            const cell = cells.get(column);
            return { value: cell === undefined ? 0 : countOf(cell) };
          }),
          { value: countOf(group) },
        ],
      };
    }),
    rowCount: groups.length,
    filter: false,
  };
}
