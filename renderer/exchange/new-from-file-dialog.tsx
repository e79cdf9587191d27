import { useState } from 'react';
import type { FileRef } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeExchangeDialog, importAsNew } from './exchange-actions.ts';

interface NewFromFileDialogProps {
  readonly file: FileRef;
  readonly fileName: string;
}

/** Asks the one thing that the file does not say: who sits here. */
export function NewFromFileDialog({ file, fileName }: NewFromFileDialogProps) {
  const [coderName, setCoderName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const make = (): void => {
    setBusy(true);
    importAsNew(file, coderName)
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title={`New project from “${fileName}”`}
      isOpen
      onClose={closeExchangeDialog}
      footer={
        <>
          <Button onPress={closeExchangeDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={isBusy || coderName.trim() === ''} onPress={make}>
            {isBusy ? 'Reading…' : 'Make the project'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (coderName.trim() !== '') make();
        }}
      >
        <TextField
          label="Your name"
          autoFocus
          value={coderName}
          onChange={setCoderName}
          placeholder="As it stands in the file, if you coded in it"
        />
      </form>
      <p className="muted">
        The file is read and not changed. You will see what was taken over, and what could not be.
      </p>
    </Dialog>
  );
}
