import type { SessionDifferences, SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { describeUnitRule } from '#shared/agreement/unit-rules.ts';
import { filterBy, useComparison } from './comparison-store.ts';
import { figureNote, figureText, percentText, shareText } from './figure-text.ts';
import { useAgreement } from './use-agreement.ts';

/** The table per code, beside the list: a click shows the differences of the code. */
export function FiguresBeside({
  session,
  all,
}: {
  readonly session: SessionSummary;
  readonly all: SessionDifferences;
}) {
  const { value: report, error } = useAgreement(session);
  const codeUid = useComparison((state) => state.filter.codeUid);
  const [group] = report?.result.groups ?? [];
  const { discussion } = all;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="figures-beside" tabIndex={0} role="region" aria-label="Agreement per code">
      <p className="muted">
        Before discussion, on independent codings: {describeUnitRule(session.unitKind, session.overlap)};{' '}
        {report === undefined ? '' : `${report.transcripts.length} transcripts; codebook ${report.codebook}.`}
      </p>
      {error !== null && (
        <p role="alert">The figures could not be made. Choose another session and come back.</p>
      )}
      {report === undefined || group === undefined ? (
        <p className="muted" role="status">
          Measuring…
        </p>
      ) : (
        <table className="comparison-table">
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col" className="number">
                %
              </th>
              <th scope="col" className="number">
                {session.unitKind === 'free spans' ? '|uα' : 'α'}
              </th>
              <th scope="col" className="number">
                AC1
              </th>
            </tr>
          </thead>
          <tbody>
            {group.variables
              .filter(({ kind, spansCoded }) => kind === 'code' && spansCoded.some((count) => count > 0))
              .map((variable) => {
                const uid = report.codes[variable.code ?? -1]?.uid ?? null;
                const main = session.unitKind === 'free spans' ? variable.binaryU : variable.alpha;
                return (
                  <tr
                    key={variable.name + String(variable.code)}
                    aria-current={uid === codeUid ? 'true' : undefined}
                  >
                    <th scope="row">
                      <button
                        type="button"
                        className="table-link"
                        onClick={() => filterBy({ codeUid: uid, otherUid: null })}
                      >
                        {variable.name}
                      </button>
                    </th>
                    <td className="number">{percentText(variable.percent.figure)}</td>
                    <td className="number" title={figureNote(main)}>
                      {figureText(main.figure)}
                    </td>
                    <td className="number" title={figureNote(variable.ac1)}>
                      {figureText(variable.ac1.figure)}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      )}
      <h2>After discussion</h2>
      <p className="muted">
        Negotiated agreement, of passages and not a measure of reliability: all agreed on{' '}
        {shareText(discussion.before)} before, and on {shareText(discussion.after)} with what was settled.
      </p>
      <ul className="discussion-coders">
        {discussion.byCoder.map(({ proposed, stood, yielded }, place) => (
          <li key={all.coders[place]}>
            {all.coders[place]}: proposed {proposed}, stood {stood}, yielded {yielded}
          </li>
        ))}
      </ul>
    </div>
  );
}
