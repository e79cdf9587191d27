import { useState, type FormEvent } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useSession } from '../app/session-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import type { CoderId } from '#shared/ids.ts';

/** Who sits here? Each coder's codings are kept in a layer of their own, and nobody changes somebody else's. */
export function CoderDialog({ onClose }: { readonly onClose: () => void }) {
  const current = useSession((state) => state.project?.coderId);
  const { value: coders = [] } = useLive(() => api.project.coders({}), ['coder'], []);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();

  const sit = async (coderId: CoderId): Promise<void> => {
    await api.project.chooseCoder({ coderId });
    onClose();
  };
  const add = async (): Promise<void> => sit((await api.project.addCoder({ name })).id);
  const fail = (error: unknown): void => {
    const { title, advice } = sentenceOf(error);
    setProblem(`${title} ${advice}`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add().catch(fail);
  };

  return (
    <Dialog title="Who is coding?" isOpen onClose={onClose}>
      {coders.length > 0 && (
        <ul className="coder-list" aria-label="Coders of this project">
          {coders.map((coder) => (
            <li key={coder.id}>
              <Button
                tone={coder.id === current ? 'primary' : 'plain'}
                onPress={() => void sit(coder.id).catch(fail)}
              >
                {coder.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="coder-form" onSubmit={submit}>
        <TextField
          label={coders.length > 0 ? 'Or somebody new' : 'Your name or initials'}
          value={name}
          onChange={setName}
          errorMessage={problem}
          autoFocus={coders.length === 0}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          Start coding as {name.trim() === '' ? '…' : name.trim()}
        </Button>
      </form>
      <p className="muted">
        This machine remembers who codes here. The choice is not part of the project file.
      </p>
    </Dialog>
  );
}
