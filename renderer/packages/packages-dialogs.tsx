import { useState } from 'react';
import type { CoderId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { OpenPackageDialog } from './open-package-dialog.tsx';
import { sendTask, sendWork } from './packages-actions.ts';
import { closePackagesDialog, usePackages } from './packages-store.ts';

export function PackagesDialogs() {
  const dialog = usePackages((state) => state.dialog);
  switch (dialog?.kind) {
    case 'send':
      return <SendDialog />;
    case 'return':
      return <ReturnDialog />;
    case 'open':
      return <OpenPackageDialog chosen={dialog} />;
    default:
      return null;
  }
}

const ANYBODY = 0;

function SendDialog() {
  const { value: coders = [] } = useLive(() => api.project.coders({}), ['coder'], []);
  const [coder, setCoder] = useState<number>(ANYBODY);
  const [attributes, setAttributes] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const chosen = coders.find(({ id }) => id === coder);
  const send = (): void => {
    const coderId: CoderId | null = chosen?.id ?? null;
    sendTask(coderId, attributes, passphrase === '' ? null : passphrase).catch(reportError);
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
          <Button tone="primary" onPress={send}>
            Save the package…
          </Button>
        </>
      }
    >
      <div className="package-form">
        <Select
          label="For"
          choices={[
            { value: ANYBODY, label: 'whoever opens it' },
            ...coders.map(({ id, name }) => ({ value: Number(id), label: name })),
          ]}
          value={coder}
          onChange={setCoder}
        />
        <p className="muted">
          It holds the transcripts with their turns and sections, and the codebook, which is frozen now. It
          holds no codings, memos or matrices.{' '}
          {chosen === undefined && 'Choose a coder, and their work comes back into their own layer.'}
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

function ReturnDialog() {
  const [memos, setMemos] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const send = (): void => {
    sendWork(memos, passphrase === '' ? null : passphrase).catch(reportError);
  };
  return (
    <Dialog
      title="Send my coding back"
      size="medium"
      isOpen
      onClose={closePackagesDialog}
      footer={
        <>
          <Button onPress={closePackagesDialog}>Cancel</Button>
          <Button tone="primary" onPress={send}>
            Save the package…
          </Button>
        </>
      }
    >
      <div className="package-form">
        <p className="muted">
          It holds your codings and which transcripts you have finished, and nothing of other coders. Sending
          it again later is fine: what has arrived before is known by then.
        </p>
        <label className="package-option">
          <input type="checkbox" checked={memos} onChange={(event) => setMemos(event.target.checked)} />
          My memos too
        </label>
        <PassphraseField value={passphrase} onChange={setPassphrase} />
      </div>
    </Dialog>
  );
}

function PassphraseField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField
      label="Passphrase (may be left empty)"
      type="password"
      value={value}
      onChange={onChange}
      description="Without it nobody can read the package, and nobody can find it again. Tell it another way than the file."
    />
  );
}
