import { useMemo } from 'react';
import type { CrossedCell, CrossedCounts, FoundFragments } from '#shared/retrieval/retrieval-contract.ts';

interface CrossedTableProps {
  readonly found: FoundFragments;
  readonly crossed: CrossedCounts;
  /** What the lines are: “Code”. */
  readonly heading: string;
  /** Each line or column is one case, so that it need not be said of how many cases a number is. */
  readonly ofOneCase: boolean;
}

/** Fragments of each group in each group across, and of how many cases they are. */
export function CrossedTable({ found, crossed, heading, ofOneCase }: CrossedTableProps) {
  const { groups, total, cases } = found;
  const { columns, cells } = crossed;
  const rows = useMemo(() => {
    const table: (CrossedCell | undefined)[][] = groups.map(() => []);
    for (const cell of cells) {
      const row = table[cell.row];
      if (row !== undefined) row[cell.column] = cell;
    }
    return table;
  }, [groups, cells]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="counts-scroller" tabIndex={0} role="region" aria-label="Counts, crossed">
      <p className="crossed-note muted">
        {ofOneCase ? 'Fragments.' : 'Fragments, and of how many cases they are.'}
      </p>
      <table className="counts-table crossed-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {columns.map(({ key, title, casesInScope }) => (
              <th key={key} scope="col" title={title}>
                <span>{lastOf(title)}</span>
                {!ofOneCase && <small>{casesInScope === 1 ? '1 case' : `${casesInScope} cases`}</small>}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group, row) => (
            <tr key={group.key} data-empty={group.fragments === 0 || undefined}>
              <th scope="row" title={group.title}>
                <Title title={group.title} />
              </th>
              {columns.map(({ key }, column) => (
                <Cell key={key} cell={rows[row]?.[column]} ofOneCase={ofOneCase} />
              ))}
              <Cell cell={group} ofOneCase={ofOneCase} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            {columns.map((column) => (
              <Cell key={column.key} cell={column} ofOneCase={ofOneCase} />
            ))}
            <Cell cell={{ fragments: total, cases }} ofOneCase={ofOneCase} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const STEP = ' › ';

/** Of a path, what stands at its end. */
function lastOf(title: string): string {
  return title.split(STEP).at(-1) ?? title;
}

function Title({ title }: { readonly title: string }) {
  const above = title.split(STEP).slice(0, -1).join(STEP);
  return (
    <>
      {above !== '' && <small className="crossed-above">{above}</small>}
      {lastOf(title)}
    </>
  );
}

interface CellProps {
  readonly cell: Pick<CrossedCell, 'fragments' | 'cases'> | undefined;
  readonly ofOneCase: boolean;
}

function Cell({ cell, ofOneCase }: CellProps) {
  if (cell === undefined || cell.fragments === 0) return <td data-none>0</td>;
  const { fragments, cases } = cell;
  return (
    <td aria-label={`${fragments} fragments of ${cases} cases`}>
      {fragments.toLocaleString('en-GB')} {!ofOneCase && <small>{cases}</small>}
    </td>
  );
}
