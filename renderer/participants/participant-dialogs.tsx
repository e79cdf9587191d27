import { useState, type FormEvent } from 'react';
import { assertNever } from '#shared/assert.ts';
import type { Attribute, AttributeType } from '#shared/participants/participants-contract.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';
import { attributeTypeChoices } from './attribute-type-choices.ts';
import { ImportTableDialog } from './import-table-dialog.tsx';
import {
  addAttribute,
  changeAttribute,
  closeParticipantsDialog,
  removeAttribute,
  removeParticipant,
  useParticipantsDialog,
} from './participants-actions.ts';

/** Whatever the Participants screen is asking. */
export function ParticipantDialogs() {
  const dialog = useParticipantsDialog((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'attribute':
      return <AttributeDialog attribute={dialog.attribute} />;
    case 'remove':
      return (
        <ConfirmDialog
          title={`Remove participant ${dialog.participant.code}?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeParticipant(dialog.participant).catch(reportError)}
          onClose={closeParticipantsDialog}
        >
          <p>{whatGoes(dialog.goes)}</p>
          <p className="muted">It can be undone.</p>
        </ConfirmDialog>
      );
    case 'remove-attribute':
      return (
        <ConfirmDialog
          title={`Remove attribute ${dialog.attribute.name}?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeAttribute(dialog.attribute).catch(reportError)}
          onClose={closeParticipantsDialog}
        >
          <p>
            The values of {dialog.filled} {dialog.filled === 1 ? 'participant' : 'participants'} go with it.
          </p>
          <p className="muted">It can be undone.</p>
        </ConfirmDialog>
      );
    case 'import':
      return <ImportTableDialog file={dialog.file} first={dialog.preview} />;
    default:
      return assertNever(dialog);
  }
}

function whatGoes({ transcripts, cells }: { readonly transcripts: number; readonly cells: number }): string {
  const lines = ['The attributes of this participant go.'];
  if (transcripts > 0) {
    lines.push(
      transcripts === 1
        ? 'The transcript stays, without a participant.'
        : `The ${transcripts} transcripts stay, without a participant.`,
    );
  }
  if (cells > 0)
    lines.push(
      `${cells} matrix ${cells === 1 ? 'cell stays' : 'cells stay'}: the row says that the case was removed.`,
    );
  return lines.join(' ');
}

/** A new attribute, or the name and type of one that is there. */
function AttributeDialog({ attribute }: { readonly attribute: Attribute | null }) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const saved =
      attribute === null ? addAttribute(name, type) : changeAttribute(attribute.id, { name, type });
    saved.then(closeParticipantsDialog, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  return (
    <Dialog
      title={attribute === null ? 'New attribute' : 'Name and type of the attribute'}
      isOpen
      onClose={closeParticipantsDialog}
      footer={
        <>
          <Button onPress={closeParticipantsDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form="attribute">
            {attribute === null ? 'Add attribute' : 'Save'}
          </Button>
        </>
      }
    >
      <form id="attribute" className="participants-form" onSubmit={submit}>
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={(text) => {
            setName(text);
            setProblem(undefined);
          }}
          errorMessage={problem}
        />
        <Select label="Type" choices={attributeTypeChoices} value={type} onChange={setType} />
        <p className="muted">
          The type says how values are sorted. A value that does not fit is kept as it was written, and
          marked.
        </p>
      </form>
    </Dialog>
  );
}
