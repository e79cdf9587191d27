import type { SessionSummary, Trend } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { openDialog } from './comparison-store.ts';
import { decimals } from './figure-text.ts';

/** Rounds side by side: α of every code, what was changed in the codebook between them, and why. */
export function RoundsView({ session }: { readonly session: SessionSummary }) {
  const { value: trend } = useLive(
    () => api.comparison.trend({}),
    ['comparison_session', 'comparison_result', 'comparison_codebook_change'],
    [],
  );
  if (trend === undefined) return null;
  if (trend.sessions.length === 0) {
    return (
      <EmptyState title="No round has been measured yet">
        Look at the agreement of a session first; it is kept, and shown here beside that of later rounds.
        Practice rounds are never counted.
      </EmptyState>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="rounds" tabIndex={0} role="region" aria-label="Rounds">
      <TrendTable trend={trend} current={session} />
      <h2>Changes of the codebook, and the differences that caused them</h2>
      {trend.sessions.every(({ changes }) => changes.length === 0) && (
        <p className="muted">None was noted. Note one beside the difference that showed it: “Codebook…”.</p>
      )}
      <ul className="round-changes">
        {trend.sessions.flatMap(({ id, name, changes }) =>
          changes.map((change) => (
            <li key={`${id} ${change.id}`}>
              <strong>{change.codeName}</strong> after {name}: {change.note}{' '}
              <span className="muted">
                ({change.differences.length} {change.differences.length === 1 ? 'difference' : 'differences'},{' '}
                {change.coderName})
              </span>
            </li>
          )),
        )}
      </ul>
      <div className="session-waiting-actions">
        <Button tone="quiet" onPress={() => openDialog('remove')}>
          Remove “{session.name}”…
        </Button>
      </div>
    </div>
  );
}

function TrendTable({ trend, current }: { readonly trend: Trend; readonly current: SessionSummary }) {
  return (
    <table className="comparison-table">
      <caption>
        Krippendorff’s α per code on independent codings (|uα where spans are free), before discussion
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          {trend.sessions.map(({ id, name, codebook, coders, transcripts, kind }) => (
            <th key={id} scope="col" className="number" aria-current={id === current.id ? 'true' : undefined}>
              {name}
              <span className="round-facts">
                {kind === 'round' ? '' : `${kind} · `}
                {coders.join(', ')} · {transcripts} transcripts
              </span>
              <span className="round-facts">codebook {codebook}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="round-pooled">
          <th scope="row">All codes pooled</th>
          {trend.sessions.map(({ id, pooledAlpha }) => (
            <td key={id} className="number">
              {pooledAlpha === null ? 'undefined' : decimals(pooledAlpha)}
            </td>
          ))}
        </tr>
        {trend.codes.map(({ name, points }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {trend.sessions.map(({ id }) => {
              const point = points.find(({ sessionId }) => sessionId === id);
              return (
                <td key={id} className="number">
                  {point === undefined ? '' : point.alpha === null ? 'undefined' : decimals(point.alpha)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
