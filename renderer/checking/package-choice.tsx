import { useState } from 'react';
import type { FileRef } from '#shared/ids.ts';
import { host } from '../api/api.ts';
import { asAppError } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { chooseFiles } from '../ui/file-chooser.ts';
import { TextField } from '../ui/text-field.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';

export interface ChosenPackage {
  readonly file: FileRef;
  readonly passphrase: string | null;
}

interface PackageChoiceProps {
  /** Tries to read it; a passphrase that is missing or wrong is asked for here. */
  readonly onTry: (chosen: ChosenPackage) => Promise<void>;
}

/** A file, and a passphrase once the file turns out to need one. */
export function PackageChoice({ onTry }: PackageChoiceProps) {
  const [chosen, setChosen] = useState<{ readonly file: FileRef; readonly name: string } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [needsPassphrase, setNeeds] = useState(false);

  async function attempt(file: FileRef): Promise<void> {
    try {
      await onTry({ file, passphrase: passphrase === '' ? null : passphrase });
      setProblem(null);
    } catch (error) {
      const { code } = asAppError(error);
      if (code === 'passphrase-needed' || code === 'passphrase-wrong') setNeeds(true);
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    }
  }
  async function choose(): Promise<void> {
    const [file] = await chooseFiles('.crosscase-package', false);
    if (file === undefined) return;
    setNeeds(false);
    const ref = await host.offerFile(file);
    setChosen({ file: ref, name: file.name });
    await attempt(ref);
  }

  return (
    <div className="checking-form">
      <p>
        <Button onPress={() => void choose()} autoFocus>
          {chosen === null ? 'Choose the file…' : 'Choose another file…'}
        </Button>{' '}
        {chosen !== null && <span className="muted">{chosen.name}</span>}
      </p>
      {needsPassphrase && chosen !== null && (
        <p className="checking-passphrase">
          <TextField label="Passphrase" value={passphrase} onChange={setPassphrase} />
          <Button isDisabled={passphrase === ''} onPress={() => void attempt(chosen.file)}>
            Open
          </Button>
        </p>
      )}
      {problem !== null && (
        <p className="checking-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
