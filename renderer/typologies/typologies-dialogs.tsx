import { useState } from 'react';
import type { Typology } from '#shared/typologies/typologies-contract.ts';
import { api } from '../api/api.ts';
import { navigate, settle } from '../app/navigation.ts';
import { FormDialog } from '../transcripts/form-dialog.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeTypologiesDialog, useTypologiesDialog } from './typologies-actions.ts';

/** Whatever the Types screen is asking. */
export function TypologiesDialogs({ typologies }: { readonly typologies: readonly Typology[] }) {
  const dialog = useTypologiesDialog((state) => state.dialog);
  if (dialog === null) return null;
  if (dialog.kind === 'new') return <NewTypologyDialog />;
  const typology = typologies.find(({ id }) => id === dialog.id);
  return typology === undefined ? null : <RemoveDialog typology={typology} />;
}

function NewTypologyDialog() {
  const [name, setName] = useState('');
  const [types, setTypes] = useState('');
  const save = async (): Promise<void> => {
    const typologyId = await api.typologies.create({ name, types: types.split('\n') });
    navigate({ screen: 'typologies', typologyId });
  };
  return (
    <FormDialog title="New typology" confirm="Make" save={save} onClose={closeTypologiesDialog}>
      {(problem) => (
        <>
          <TextField
            label="Name"
            placeholder="Ways of taking part"
            autoFocus
            value={name}
            onChange={setName}
            errorMessage={problem}
          />
          <TextField
            label="Its types, one on each line"
            rows={5}
            placeholder="More can be added later"
            value={types}
            onChange={setTypes}
          />
        </>
      )}
    </FormDialog>
  );
}

function RemoveDialog({ typology }: { readonly typology: Typology }) {
  const { id, name, types, assignments } = typology;
  const remove = (): void => {
    api.typologies.remove({ id }).then(() => {
      settle({ screen: 'typologies' });
      notify(`Removed the typology “${name}”`, { undo: true });
    }, reportError);
    closeTypologiesDialog();
  };
  return (
    <ConfirmDialog
      title={`Remove the typology “${name}”?`}
      isOpen
      confirmLabel="Remove"
      onConfirm={remove}
      onClose={closeTypologiesDialog}
    >
      <p>
        Its {types.length} types go, and the place of {assignments.length} cases. Memos on the types stay.
      </p>
      <p className="muted">It can be undone.</p>
    </ConfirmDialog>
  );
}
