import type { MergeItem, MergeReport } from '#shared/packages/merge-report.ts';
import { columnName } from './column-name.ts';

const HEADINGS: Readonly<Record<MergeItem['outcome'], string>> = {
  conflict: 'Changed by both: ours stays, theirs is kept beside it',
  'not placed': 'Not placed: kept, to be looked at',
  kept: 'Kept at an earlier merge',
  changed: 'Ours follows theirs',
  added: 'New',
};

/** The rows that somebody may want to look at, in words. */
export function MergeItems({
  report,
  outcomes,
}: {
  readonly report: MergeReport;
  readonly outcomes: readonly MergeItem['outcome'][];
}) {
  const items = report.items.filter(
    ({ table, outcome }) => outcomes.includes(outcome) && !WITH_THEIR_TEXT.has(table),
  );
  const groups = Map.groupBy(items, ({ outcome }) => outcome);
  return (
    <>
      {[...groups].map(([outcome, ofGroup]) => (
        <section key={outcome} aria-label={HEADINGS[outcome]}>
          <h2>{HEADINGS[outcome]}</h2>
          <ul className="merge-items">
            {ofGroup.map((item, index) => (
              <li key={`${item.table} ${item.label} ${String(index)}`}>
                <span>{item.label}</span>
                {item.differences.map(({ column, ours, theirs }) => (
                  <span key={column} className="merge-difference">
                    <span className="muted">{columnName(column)}</span>
                    <del>{ours === '' ? 'nothing' : ours}</del>
                    <ins>{theirs === '' ? 'nothing' : theirs}</ins>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {report.moreItems > 0 && outcomes.includes('added') && (
        <p className="muted">… and {report.moreItems.toLocaleString()} more, counted above.</p>
      )}
    </>
  );
}

/** Parts of a text that is kept as a whole: they need no line of their own. */
const WITH_THEIR_TEXT = new Set(['turn', 'section']);
