import type { Finding } from '#shared/exchange/findings.ts';
import type { ImportReport, TextReport } from '#shared/exchange/import-report.ts';
import { describeConvention } from '#shared/exchange/position-convention.ts';

/** An import, accounted for: every thing of the file by what became of it, and how each text was read. */
export function ReportView({ report }: { readonly report: ImportReport }) {
  const { program, counts, texts, restored, findings } = report;
  return (
    <div className="exchange-report">
      <p className="muted">Made by {program}</p>
      <table className="exchange-table">
        <caption>What is in the file</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">In the file</th>
            <th scope="col">Added</th>
            <th scope="col">Here already</th>
            <th scope="col">Joined</th>
            <th scope="col">Left out</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ kind, inFile, added, present, joined, leftOut }) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              {[inFile, added, present, joined, leftOut].map((count, index) => (
                // The five columns never change their order.
                // oxlint-disable-next-line react/no-array-index-key -- see above
                <td key={index} data-none={count === 0 || undefined}>
                  {count.toLocaleString()}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {restored.length > 0 && (
        <p>
          Restored from what Crosscase had put into the file:{' '}
          {restored.map(({ noun, count }) => `${noun} (${count.toLocaleString()})`).join(', ')}.
        </p>
      )}
      {texts.length > 0 && <TextsTable texts={texts} />}
      <FindingsList findings={findings} empty="Everything was understood." />
    </div>
  );
}

function TextsTable({ texts }: { readonly texts: readonly TextReport[] }) {
  return (
    <table className="exchange-table">
      <caption>How positions were read, text by text</caption>
      <thead>
        <tr>
          <th scope="col">Text</th>
          <th scope="col" className="exchange-words">
            Counted in
          </th>
          <th scope="col">Sure</th>
          <th scope="col">By position</th>
          <th scope="col">By words</th>
          <th scope="col">Doubtful</th>
          <th scope="col">Not found</th>
        </tr>
      </thead>
      <tbody>
        {texts.map(({ title, decision, byPosition, byWords, doubtful, nowhere }, index) => (
          // Two texts may have one title.
          // oxlint-disable-next-line react/no-array-index-key -- the list is shown once and never changes
          <tr key={index}>
            <th scope="row">{title}</th>
            <td className="exchange-words">
              {decision.passages === 0 ? 'nothing is marked' : describeConvention(decision.convention)}
            </td>
            <td data-certainty={decision.certainty}>
              {decision.certainty}
              {decision.quoted > 0 && (
                <span className="muted">
                  {' '}
                  {decision.matched} of {decision.quoted}
                </span>
              )}
            </td>
            {[byPosition, byWords, doubtful, nowhere].map((count, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- the four columns never change their order
              <td key={column} data-none={count === 0 || undefined}>
                {count.toLocaleString()}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FATES = {
  'left out': 'Left out',
  'kept otherwise': 'Kept in another form',
  repaired: 'Repaired',
} as const;

export function FindingsList({
  findings,
  empty,
}: {
  readonly findings: readonly Finding[];
  readonly empty: string;
}) {
  if (findings.length === 0) return <p>{empty}</p>;
  return (
    <>
      {Object.entries(FATES).map(([fate, heading]) => {
        const ofFate = findings.filter((finding) => finding.fate === fate);
        if (ofFate.length === 0) return null;
        return (
          <section key={fate} className="exchange-findings">
            <h3>{heading}</h3>
            <ul>
              {ofFate.map(({ what, count, examples }) => (
                <li key={what}>
                  {what} <span className="muted">{count.toLocaleString()}</span>
                  {examples.length > 0 && (
                    <details>
                      <summary>Which</summary>
                      <ul>
                        {examples.map((example) => (
                          <li key={example}>{example}</li>
                        ))}
                        {count > examples.length && (
                          <li className="muted">and {(count - examples.length).toLocaleString()} more</li>
                        )}
                      </ul>
                    </details>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
