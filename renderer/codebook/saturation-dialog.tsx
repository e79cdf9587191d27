import type { Saturation, SaturationStep } from '#shared/codebook/saturation.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeCodebookDialog } from './codebook-actions.ts';
import { counted } from './codebook-depth-actions.ts';
import { useCodebook } from './codebook-store.ts';

/** What each transcript brought to the codebook, in the order in which coding began: as a strip, and as a table. */
export function SaturationDialog() {
  const { value: steps } = useLive(() => api.codebook.saturation({}), ['coding', 'code'], []);
  return (
    <Dialog
      title="New and changed codes per transcript"
      size="large"
      isOpen
      onClose={closeCodebookDialog}
      footer={<Button onPress={closeCodebookDialog}>Close</Button>}
    >
      {steps?.length === 0 && <p>Nothing is coded yet. Code a first transcript, and come back.</p>}
      {steps !== undefined && steps.length > 0 && (
        <>
          <Strip steps={steps} />
          <p className="saturation-legend muted">
            <span className="saturation-key" data-kind="fresh" /> codes used for the first time
            <span className="saturation-key" data-kind="changed" /> codes worded anew
          </p>
          <StepTable steps={steps} />
        </>
      )}
    </Dialog>
  );
}

const HEIGHT = 96;

function Strip({ steps }: { readonly steps: Saturation }) {
  const most = Math.max(1, ...steps.map(({ fresh, changed }) => Math.max(fresh.length, changed.length)));
  const high = (count: number): number => Math.round((count / most) * HEIGHT);
  const quiet = steps.length - 1 - steps.findLastIndex(({ fresh }) => fresh.length > 0);
  const label = `${counted(steps.length, 'transcript')}; the last ${quiet} brought no new code.`;
  return (
    <>
      <div className="saturation" role="img" aria-label={label}>
        {steps.map((step) => (
          <span key={step.transcriptId} className="saturation-step" title={describe(step)}>
            <span className="saturation-bar" data-kind="fresh" style={{ height: high(step.fresh.length) }} />
            <span
              className="saturation-bar"
              data-kind="changed"
              style={{ height: high(step.changed.length) }}
            />
          </span>
        ))}
      </div>
      <p>
        {quiet === 0
          ? 'The last transcript still brought new codes.'
          : `The last ${counted(quiet, 'transcript')} brought no new code.`}
      </p>
    </>
  );
}

function describe({ title, fresh, changed }: SaturationStep): string {
  return `${title}: ${fresh.length} new, ${changed.length} worded anew`;
}

function StepTable({ steps }: { readonly steps: Saturation }) {
  const byId = useCodebook((state) => state.byId);
  const names = (ids: SaturationStep['fresh']): string =>
    ids.map((id) => byId.get(id)?.name ?? '').join(', ');
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Transcript</th>
          <th scope="col">Codes used</th>
          <th scope="col">New</th>
          <th scope="col">Worded anew</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ transcriptId, title, codes, fresh, changed }) => (
          <tr key={transcriptId}>
            <th scope="row">{title}</th>
            <td>{codes}</td>
            <td>
              {fresh.length} <span className="muted">{names(fresh)}</span>
            </td>
            <td>
              {changed.length} <span className="muted">{names(changed)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
