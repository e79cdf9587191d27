import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { OpenPackageDialog } from './open-package-dialog.tsx';
import { sendWork } from './packages-actions.ts';
import { closePackagesDialog, usePackages } from './packages-store.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { TakeTextDialog } from './take-text-dialog.tsx';
import { SendTaskDialog } from './send-task-dialog.tsx';

export function PackagesDialogs() {
  const dialog = usePackages((state) => state.dialog);
  switch (dialog?.kind) {
    case 'send':
      return <SendTaskDialog />;
    case 'return':
      return <ReturnDialog />;
    case 'take text':
      return <TakeTextDialog row={dialog.row} />;
    case 'open':
      return <OpenPackageDialog chosen={dialog} />;
    default:
      return null;
  }
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
