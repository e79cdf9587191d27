import type { MatchedRow } from '#shared/participants/participants-contract.ts';

const MOST = 200;

interface MatchReportProps {
  readonly rows: readonly MatchedRow[];
  /** Columns that are left out. */
  readonly left: ReadonlySet<string>;
  readonly keyColumn: string;
  readonly overwrite: boolean;
  readonly onOverwrite: (overwrite: boolean) => void;
}

/** Which rows are about whom, and what they would change. Nothing that is there is overwritten unasked. */
export function MatchReport({ rows, left, keyColumn, overwrite, onOverwrite }: MatchReportProps) {
  const known = rows.filter(({ isNew }) => !isNew);
  const changes = known.flatMap(({ line, code, changes: own }) =>
    own
      .filter(({ column }) => !left.has(column) && column !== keyColumn)
      .map((change) => ({ line, code, ...change })),
  );
  const codes = known.map(({ code }) => code).join(', ');
  return (
    <section className="table-matches" aria-label="Participants who are here already">
      <p>
        Here already: <span className="muted">{codes}</span>. Values where there is none yet are added.
        {changes.length === 0 && ' The table says nothing otherwise than the project.'}
      </p>
      {changes.length > 0 && (
        <>
          <label className="participants-check">
            <input
              type="checkbox"
              checked={overwrite}
              onChange={(event) => onOverwrite(event.target.checked)}
            />
            Take {changes.length === 1 ? 'the value' : `the ${changes.length} values`} of the table where it
            differs from the project (else they stay as they are)
          </label>
          <ul className="table-changes">
            {changes.slice(0, MOST).map(({ line, code, column, before, after }) => (
              <li key={`${line} ${column}`}>
                Line {line}: {code}, {column}: “{before}” {overwrite ? 'becomes' : 'stays, not'} “{after}”
              </li>
            ))}
            {changes.length > MOST && <li>… and {changes.length - MOST} more.</li>}
          </ul>
        </>
      )}
    </section>
  );
}
