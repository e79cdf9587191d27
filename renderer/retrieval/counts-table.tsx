import { percent } from '#shared/retrieval/fragment-export.ts';
import type { FoundFragments } from '#shared/retrieval/retrieval-contract.ts';

interface CountsTableProps {
  readonly found: FoundFragments;
  /** What the lines are: “Case”. */
  readonly heading: string;
}

/** How many fragments and cases, each beside what it is to be compared with. */
export function CountsTable({ found, heading }: CountsTableProps) {
  const { groups, total, cases, casesInScope } = found;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="counts-scroller" tabIndex={0} role="region" aria-label="Counts">
      <table className="counts-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">Fragments</th>
            <th scope="col">Of all {total.toLocaleString('en-GB')}</th>
            <th scope="col">Cases</th>
            <th scope="col">Of cases</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key} data-empty={group.fragments === 0 || undefined}>
              <th scope="row">{group.title}</th>
              <td>{group.fragments.toLocaleString('en-GB')}</td>
              <td>{percentText(group.fragments, total)}</td>
              <td>{group.cases}</td>
              <td>{group.casesInScope}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td>{total.toLocaleString('en-GB')}</td>
            <td>{percentText(total, total)}</td>
            <td>{cases}</td>
            <td>{casesInScope}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function percentText(part: number, whole: number): string {
  const share = percent(part, whole);
  return share === null ? 'none to share' : `${share.toFixed(1)} %`;
}
