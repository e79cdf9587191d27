import { useState, type FormEvent } from 'react';
import { create } from 'zustand';
import type { ParticipantId } from '#shared/ids.ts';
import type { KnownCopy } from '#shared/withdrawal/withdrawal-contract.ts';
import { api, host } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError, sentenceOf } from '../ui/toasts-store.ts';
import './withdrawal.css';

interface Asked {
  readonly participantId: ParticipantId;
  readonly code: string;
}

const useWithdrawal = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

export const askToWithdraw = (asked: Asked): void => useWithdrawal.setState({ asked });
const close = (): void => useWithdrawal.setState({ asked: null });

/** Shows what a withdrawal would erase, asks for the code to be typed, and saves the certificate. */
export function WithdrawalDialog() {
  const asked = useWithdrawal((state) => state.asked);
  return asked === null ? null : <Asking key={asked.participantId} asked={asked} />;
}

function Asking({ asked: { participantId, code } }: { readonly asked: Asked }) {
  const [typed, setTyped] = useState('');
  const [isErasing, setIsErasing] = useState(false);
  const { value: preview, error } = useLive(
    () => api.withdrawal.preview({ participantId }),
    [],
    [participantId],
  );
  const { value: copies } = useLive(() => api.withdrawal.copies({ participantId }), [], [participantId]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== code) return;
    setIsErasing(true);
    api.withdrawal
      .withdraw({ participantId, confirmation: typed })
      .then(async (made) => {
        close();
        notify('The participant was erased from this study');
        await host.saveFile(made.file, made.name);
      })
      .catch((problem: unknown) => {
        setIsErasing(false);
        reportError(problem);
      });
  };
  return (
    <Dialog
      title={`Withdraw participant ${code}`}
      isOpen
      onClose={close}
      size="medium"
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            tone="danger"
            type="submit"
            form="withdraw"
            isDisabled={typed.trim() !== code || isErasing || preview === undefined}
          >
            {isErasing ? 'Erasing…' : 'Erase for good'}
          </Button>
        </>
      }
    >
      <div className="withdrawal">
        <p>
          Everything of this participant is erased from the project file, also from its history, and the file
          is written anew. <strong>This is the one thing that cannot be undone.</strong>
        </p>
        {error !== null && <p className="field-error">{sentenceOf(error).title}</p>}
        {preview !== undefined && (
          <>
            <Section title="This goes" items={preview.goes} />
            <Section title="Memos that go with it" items={preview.memos} />
            <Section
              title="This stays, with [withdrawn] in place of the participant’s words"
              items={preview.cleaned}
            />
            <p className="muted">
              {preview.steps} {preview.steps === 1 ? 'step' : 'steps'} of the history go, and undo ends here.
            </p>
          </>
        )}
        {copies !== undefined && <Copies copies={copies} />}
        <form id="withdraw" onSubmit={submit}>
          <TextField label={`Type ${code} to confirm`} autoComplete="off" value={typed} onChange={setTyped} />
        </form>
      </div>
    </Dialog>
  );
}

function Section({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Copies({ copies }: { readonly copies: readonly KnownCopy[] }) {
  if (copies.length === 0) {
    return (
      <p className="muted">
        This machine knows of no copy or export that holds this participant. Packages and backups elsewhere
        are not known here.
      </p>
    );
  }
  return (
    <section>
      <h3>Files that may still hold this participant: delete them, or make them anew</h3>
      <ul>
        {copies.map(({ name, kind, at }) => (
          <li key={`${name} ${at}`}>
            {name}{' '}
            <span className="muted">
              {kind}, {new Date(at).toLocaleDateString('en-GB', { dateStyle: 'medium' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
