import { useState } from 'react';
import type { TranscriptId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { sendTask } from './packages-actions.ts';
import { closePackagesDialog } from './packages-store.ts';
import { PassphraseField } from './passphrase-field.tsx';

const NONE = 0;

/** What goes out to somebody who codes: for whom, which transcripts, in which units. */
export function SendTaskDialog() {
  const { value: coders = [] } = useLive(() => api.project.coders({}), ['coder'], []);
  const { value: transcripts = [] } = useLive(() => api.transcripts.list({}), ['transcript'], []);
  const { value: sessions = [] } = useLive(() => api.comparison.sessions({}), ['comparison_session'], []);
  const [coder, setCoder] = useState<number>(NONE);
  const [session, setSession] = useState<number>(NONE);
  /** Null: all of them, or those of the session. */
  const [chosen, setChosen] = useState<ReadonlySet<TranscriptId> | null>(null);
  const [attributes, setAttributes] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const open = sessions.filter(({ frozenAt }) => frozenAt === null);
  const sentFor = open.find(({ id }) => id === session);
  const usual = new Set((sentFor?.transcripts ?? transcripts).map(({ id }) => id));
  const taken = chosen ?? usual;

  const toggle = (id: TranscriptId): void => {
    const next = new Set(taken);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const send = (): void => {
    sendTask({
      coderId: coders.find(({ id }) => id === coder)?.id ?? null,
      sessionId: sentFor?.id ?? null,
      transcriptIds: taken.size === transcripts.length ? null : [...taken],
      attributes,
      passphrase: passphrase === '' ? null : passphrase,
    }).catch(reportError);
  };
  return (
    <Dialog
      title="Send a coding package"
      size="medium"
      isOpen
      onClose={closePackagesDialog}
      footer={
        <>
          <Button onPress={closePackagesDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={taken.size === 0} onPress={send}>
            Save the package…
          </Button>
        </>
      }
    >
      <div className="package-form">
        <Select
          label="For"
          choices={[
            { value: NONE, label: 'whoever opens it' },
            ...coders.map(({ id, name }) => ({ value: Number(id), label: name })),
          ]}
          value={coder}
          onChange={setCoder}
        />
        {open.length > 0 && (
          <Select
            label="Units"
            choices={[
              { value: NONE, label: 'none marked: turns and sections as they are' },
              ...open.map(({ id, name, unitKind }) => ({
                value: Number(id),
                label: `${unitKind} of “${name}”`,
              })),
            ]}
            value={session}
            onChange={(next) => {
              setSession(next);
              setChosen(null);
            }}
          />
        )}
        <fieldset className="package-transcripts">
          <legend>
            Transcripts: {taken.size} of {transcripts.length}
            <Button tone="quiet" onPress={() => setChosen(new Set(transcripts.map(({ id }) => id)))}>
              All
            </Button>
            <Button tone="quiet" onPress={() => setChosen(new Set())}>
              None
            </Button>
          </legend>
          <div className="package-transcripts-list">
            {transcripts.map(({ id, title }) => (
              <label className="package-option" key={id}>
                <input type="checkbox" checked={taken.has(id)} onChange={() => toggle(id)} />
                {title}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="muted">
          It holds these transcripts with their turns and sections
          {sentFor === undefined ? '' : ', the units to code without who marked them'}, and the codebook,
          which is frozen now. It holds no codings, memos or matrices.{' '}
          {coder === NONE && 'Choose a coder, and their work comes back into their own layer.'}
        </p>
        <label className="package-option">
          <input
            type="checkbox"
            checked={attributes}
            onChange={(event) => setAttributes(event.target.checked)}
          />
          Attributes of participants too, which may give away what you expect
        </label>
        <PassphraseField value={passphrase} onChange={setPassphrase} />
      </div>
    </Dialog>
  );
}
