import { useState, type FormEvent } from 'react';
import { api, host } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { chooseFiles } from '../ui/file-chooser.ts';
import { TextField } from '../ui/text-field.tsx';
import { notify, sentenceOf } from '../ui/toasts-store.ts';

const SHORTEST = 8;

/** Opens the list from its file, and saves it there: both with a passphrase. */
export function KeyFile({ count, isUnsaved }: { readonly count: number; readonly isUnsaved: boolean }) {
  const [asking, setAsking] = useState<'open' | 'save' | null>(null);
  return (
    <section className="pseudonyms-key" aria-label="File of the list">
      <span>
        {count === 0 ? 'The list is empty.' : count === 1 ? '1 name.' : `${count} names.`}{' '}
        {isUnsaved && <strong>It is not saved: closing the study forgets it.</strong>}
      </span>
      <span className="pseudonyms-key-buttons">
        <Button onPress={() => setAsking('open')}>Open a list…</Button>
        <Button isDisabled={count === 0} onPress={() => setAsking('save')}>
          Save the list…
        </Button>
      </span>
      {asking !== null && <Passphrase key={asking} to={asking} onDone={() => setAsking(null)} />}
    </section>
  );
}

function Passphrase({ to, onDone }: { readonly to: 'open' | 'save'; readonly onDone: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const isReady =
    to === 'open'
      ? file !== null && passphrase !== ''
      : passphrase.length >= SHORTEST && passphrase === again;
  const run = async (): Promise<void> => {
    if (to === 'save') {
      const made = await api.pseudonyms.saveKey({ passphrase });
      // Closed by its passphrase: nothing in it can leave by mistake.
      const saved = await host.saveFile(made.file, made.name);
      if (saved !== null) notify(`Saved the list of names as ${saved}`);
    } else if (file !== null) {
      const { identifiers } = await api.pseudonyms.openKey({ file: await host.offerFile(file), passphrase });
      notify(`Opened a list of ${identifiers.length} names`);
    }
    onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    setIsBusy(true);
    run().catch((error: unknown) => {
      setIsBusy(false);
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  return (
    <form className="pseudonyms-row" onSubmit={submit}>
      {to === 'open' && (
        <Button onPress={() => void chooseFiles('.age', false).then(([chosen]) => setFile(chosen ?? null))}>
          {file === null ? 'Choose the file…' : file.name}
        </Button>
      )}
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="off"
        description={to === 'save' ? 'At least 8 signs. Without it nobody opens the list, not even you.' : ''}
        value={passphrase}
        onChange={setPassphrase}
        errorMessage={problem}
      />
      {to === 'save' && (
        <TextField label="Again" type="password" autoComplete="off" value={again} onChange={setAgain} />
      )}
      <Button type="submit" tone="primary" isDisabled={!isReady || isBusy}>
        {isBusy ? 'A moment…' : to === 'open' ? 'Open' : 'Save'}
      </Button>
      <Button onPress={onDone}>Cancel</Button>
    </form>
  );
}
