import { useState, type FormEvent } from 'react';
import type { AttributeDetails, AttributeType } from '#shared/participants/participants-contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { attributeTypeChoices } from './attribute-type-choices.ts';
import { addAttribute, changeAttribute, closeParticipantsDialog } from './participants-actions.ts';

const WITH_RANGE: readonly AttributeType[] = ['whole number', 'decimal', 'date'];
const WITH_CHOICES: readonly AttributeType[] = ['one of', 'many of'];

/** A new attribute, or the name, type and range of one that is there. */
export function AttributeDialog({ attribute }: { readonly attribute: AttributeDetails | null }) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text');
  const [rangeMin, setRangeMin] = useState(attribute?.rangeMin ?? '');
  const [rangeMax, setRangeMax] = useState(attribute?.rangeMax ?? '');
  const [choices, setChoices] = useState(attribute?.choices.join('\n') ?? '');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const details = {
      name,
      type,
      rangeMin: WITH_RANGE.includes(type) ? rangeMin : '',
      rangeMax: WITH_RANGE.includes(type) ? rangeMax : '',
      choices: WITH_CHOICES.includes(type) ? choices.split('\n') : [],
    };
    const saved = attribute === null ? addAttribute(details) : changeAttribute(attribute.id, details);
    saved.then(closeParticipantsDialog, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  return (
    <Dialog
      title={attribute === null ? 'New attribute' : 'Name, type and range of the attribute'}
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
        {WITH_RANGE.includes(type) && (
          <div className="participants-range">
            <TextField label="From" value={rangeMin} onChange={setRangeMin} placeholder="no limit" />
            <TextField label="To" value={rangeMax} onChange={setRangeMax} placeholder="no limit" />
          </div>
        )}
        {WITH_CHOICES.includes(type) && (
          <TextField
            label="Choices, one on each line"
            rows={4}
            value={choices}
            onChange={setChoices}
            placeholder="Empty: anything may be written"
          />
        )}
        <p className="muted">
          {type === 'many of' && 'Several values stand in one cell with semicolons between them. '}
          The type says how values are sorted. A value that does not fit its type or lies outside the range is
          kept as it was written, and marked.
        </p>
      </form>
    </Dialog>
  );
}
