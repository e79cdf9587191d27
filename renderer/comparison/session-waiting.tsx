import { Trash2 } from 'lucide-react';
import type { SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { describeUnitRule } from '#shared/agreement/unit-rules.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { openDialog } from './comparison-store.ts';

/** Before comparing begins: who still has to finish what. Nothing of anybody's codings is shown here. */
export function SessionWaiting({ session }: { readonly session: SessionSummary }) {
  const ready = session.transcripts.filter(({ missing }) => missing.length === 0);
  const begin = (): void => {
    api.comparison
      .begin({ id: session.id })
      .then(() => notify('Comparing has begun', { undo: true }), reportError);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="session-waiting" tabIndex={0} role="region" aria-label="Before comparing">
      <h2>{session.name}</h2>
      <p className="muted">
        Units: {describeUnitRule(session.unitKind, session.overlap)}.{' '}
        {session.withInterviewer
          ? 'The interviewer counts too.'
          : 'What the interviewer says does not count.'}{' '}
        {session.kind === 'practice' && 'A practice round: it is never counted. '}
        {session.draw !== null &&
          `${session.transcripts.length} drawn at random from ${session.draw.from}${session.draw.by === null ? '' : `, by ${session.draw.by}`}, seed ${session.draw.seed}.`}
      </p>
      <p>
        {ready.length === session.transcripts.length
          ? `All ${session.transcripts.length} transcripts are finished by all.`
          : `${ready.length} of ${session.transcripts.length} transcripts are finished by all. Only these are compared.`}{' '}
        When comparing begins, the codings are kept as they are now: figures rest on these, whatever is
        changed or agreed afterwards.
      </p>
      <div className="session-waiting-actions">
        <Button tone="primary" onPress={begin} isDisabled={ready.length === 0}>
          Begin comparing
        </Button>
        <Button tone="quiet" icon={<Trash2 />} onPress={() => openDialog('remove')}>
          Remove the session…
        </Button>
      </div>
      <table className="comparison-table">
        <thead>
          <tr>
            <th scope="col">Transcript</th>
            <th scope="col" className="number">
              Units
            </th>
            <th scope="col">Not finished by</th>
          </tr>
        </thead>
        <tbody>
          {session.transcripts.map(({ id, title, units, missing }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className="number">{session.unitKind === 'free spans' ? '–' : units}</td>
              <td>{missing.length === 0 ? 'finished' : missing.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
