import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { chooseMerge, lookInto, openTask } from './packages-actions.ts';
import { closePackagesDialog, type PackagesDialog } from './packages-store.ts';

type Opening = Extract<PackagesDialog, { kind: 'open' }>;

/** What a package is, and the project that it becomes. */
export function OpenPackageDialog({ chosen }: { readonly chosen: Opening }) {
  const [passphrase, setPassphrase] = useState('');
  const [name, setName] = useState('');
  const { info } = chosen;
  const isTask = info?.kind === 'coding task';
  const needsName = isTask && info.coderName === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (info === null) lookInto({ ...chosen, passphrase }).catch(reportError);
    else if (isTask) openTask(chosen, name).catch(reportError);
    else {
      closePackagesDialog();
      chooseMerge().catch(reportError);
    }
  };
  return (
    <Dialog title={`Open “${chosen.fileName}”`} size="medium" isOpen onClose={closePackagesDialog}>
      <form className="package-form" onSubmit={submit}>
        {info === null ? (
          <TextField
            label="Passphrase"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            errorMessage={chosen.problem ?? undefined}
            description="The package is encrypted. Its sender knows the passphrase."
            autoFocus
          />
        ) : (
          <p>
            {isTask
              ? `To code: ${info.transcripts} ${info.transcripts === 1 ? 'transcript' : 'transcripts'} of “${info.studyTitle}” with ${info.codes} codes${info.coderName === null ? '' : `, for ${info.coderName}`}. It becomes a project of its own.`
              : `This is not a coding package: it belongs to “${info.studyTitle}”. Open that project and merge it there.`}
            <span className="muted">
              {' '}
              Made by {info.madeBy === '' ? 'nobody named' : info.madeBy}, fingerprint {info.fingerprint}.
            </span>
          </p>
        )}
        {needsName && <TextField label="Your name or initials" value={name} onChange={setName} autoFocus />}
        <div className="package-buttons">
          <Button onPress={closePackagesDialog}>Cancel</Button>
          {(info === null || isTask) && (
            <Button
              tone="primary"
              type="submit"
              isDisabled={info === null ? passphrase === '' : needsName && name.trim() === ''}
            >
              {info === null ? 'Read it' : 'Make the project'}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
