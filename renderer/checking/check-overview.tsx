import type { CheckOverview } from '#shared/checking/checking-contract.ts';
import { verdictWord } from '#shared/checking/state-words.ts';
import type { MatrixId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { navigate } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { OwnViews } from './own-views.tsx';
import { openCheckingDialog } from './checking-store.ts';
import { CHECKING_TABLES } from './checking-tables.ts';
import { StateMark } from './state-mark.tsx';

/** n of m cells checked, by whom, and what is still open. */
export function CheckOverviewPage({ matrixId }: { readonly matrixId: MatrixId }) {
  const { value } = useLive(() => api.checking.overview({ matrixId }), CHECKING_TABLES, [matrixId]);
  if (value === undefined) return null;
  return (
    <>
      <p className="checking-sum">
        <strong>
          {value.checked} of {value.claims} cells checked
        </strong>
        <StateCounts overview={value} />
      </p>
      <Checkers overview={value} matrixId={matrixId} />
      <OwnViews overview={value} matrixId={matrixId} />
      <Differences overview={value} matrixId={matrixId} />
    </>
  );
}

function StateCounts({ overview }: { readonly overview: CheckOverview }) {
  const states = ['draft', 'ready', 'checked', 'disputed', 'stale'] as const;
  return (
    <span className="checking-states">
      {states
        .filter((state) => overview[state] > 0)
        .map((state) => (
          <span key={state}>
            <StateMark state={state} withWord /> {overview[state]}
          </span>
        ))}
      {overview.unassigned > 0 && <span className="muted">{overview.unassigned} without a checker</span>}
    </span>
  );
}

interface PartProps {
  readonly overview: CheckOverview;
  readonly matrixId: MatrixId;
}

function Checkers({ overview, matrixId }: PartProps) {
  if (overview.checkers.length === 0)
    return <p className="muted">Nobody is asked to check this matrix yet: “Ask for a check…” does it.</p>;
  return (
    <table className="checking-table">
      <caption className="visually-hidden">Checkers</caption>
      <thead>
        <tr>
          <th scope="col">Checker</th>
          <th scope="col">Checked</th>
          <th scope="col">Agree</th>
          <th scope="col">Minor</th>
          <th scope="col">Major</th>
          <th scope="col">Open</th>
          <th scope="col">
            <span className="visually-hidden">File</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {overview.checkers.map((row) => {
          const { checkerId, checker, assigned, checked, agree, minor, major, open, ownWritten, answered } =
            row;
          return (
            <tr key={checkerId}>
              <th scope="row">{checker}</th>
              <td>
                {checked} of {assigned}
                {ownWritten > 0 && (
                  <span className="muted">
                    {' '}
                    · {ownWritten === 1 ? '1 own view' : `${ownWritten} own views`} written
                  </span>
                )}
              </td>
              <td>{agree}</td>
              <td>{minor}</td>
              <td>{major}</td>
              <td>{open}</td>
              <td>
                {(checked < assigned || answered > 0) && (
                  <Button
                    tone="quiet"
                    onPress={() => openCheckingDialog({ kind: 'send', matrixId, checkerId })}
                  >
                    As a file…
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Differences({ overview, matrixId }: PartProps) {
  const { differences } = overview;
  if (differences.length === 0)
    return overview.checked > 0 ? <p className="muted">No open differences.</p> : null;
  return (
    <>
      <h2>Open differences</h2>
      <table className="checking-table differences-table">
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Verdict</th>
            <th scope="col">Note</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, checker, verdict, note, answer, columnId, rowKey }) => (
            <tr key={`${name} ${checker}`}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  onClick={() => navigate({ screen: 'matrices', matrixId, columnId, rowKey })}
                >
                  {name}
                </button>
              </th>
              <td>
                {checker}: {verdictWord(verdict)}
              </td>
              <td>{note}</td>
              <td>{answer === '' ? <span className="muted">not answered</span> : answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
