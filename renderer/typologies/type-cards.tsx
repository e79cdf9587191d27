import { useState, type FormEvent } from 'react';
import type { TypeOfCases, Typology } from '#shared/typologies/typologies-contract.ts';
import { api } from '../api/api.ts';
import { settle, useNavigation } from '../app/navigation.ts';
import { MemosOf } from '../memos/memos-of.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError, sentenceOf } from '../ui/toasts-store.ts';
import { useDraft } from '../ui/use-draft.ts';
import { GrowingField } from '../within-case/growing-field.tsx';

/** Beside the table: what the typology rests on, and what each of its types is. */
export function TypeCards({ typology }: { readonly typology: Typology }) {
  const open = useNavigation(({ place }) => (place.screen === 'typologies' ? place.typeId : undefined));
  return (
    <aside className="type-cards" aria-label="The typology and its types">
      <h2>{typology.name}</h2>
      <GrowingField
        label="What it rests on"
        placeholder="What it rests on, and how it was come by"
        stored={typology.basis}
        maxLength={10_000}
        save={(basis, typing) => api.typologies.change({ id: typology.id, basis, typing })}
      />
      {typology.types.map((type) => (
        <TypeCard key={type.id} typology={typology} type={type} isOpen={type.id === open} />
      ))}
      <NewType typology={typology} />
    </aside>
  );
}

interface TypeCardProps {
  readonly typology: Typology;
  readonly type: TypeOfCases;
  readonly isOpen: boolean;
}

function TypeCard({ typology, type, isOpen }: TypeCardProps) {
  const [name, setName] = useDraft(type.name);
  const [problem, setProblem] = useState<string>();
  const { id } = type;
  const rename = (): void => {
    if (name.trim() === type.name) return;
    api.typologies.changeType({ id, name }).then(
      () => setProblem(undefined),
      (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      },
    );
  };
  const remove = (): void => {
    api.typologies
      .removeType({ id })
      .then(() => notify(`Removed the type “${type.name}”`, { undo: true }), reportError);
  };
  const toggle = (): void =>
    settle({ screen: 'typologies', typologyId: typology.id, ...(isOpen ? {} : { typeId: id }) });
  return (
    <section className="type-card" aria-label={`Type ${type.name}`}>
      <TextField
        label={`Name of the type ${type.name}`}
        hideLabel
        value={name}
        onChange={setName}
        onBlur={rename}
        errorMessage={problem}
      />
      <GrowingField
        label={`Definition of ${type.name}`}
        placeholder="What its cases have in common, and what sets them apart"
        stored={type.definition}
        maxLength={10_000}
        save={(definition, typing) => api.typologies.changeType({ id, definition, typing })}
      />
      {type.stale === 'withdrawn' && (
        <p className="type-stale" role="note">
          A case of this type withdrew. Does it still hold?{' '}
          <Button onPress={() => void api.typologies.stillRight({ id }).catch(reportError)}>
            Still right
          </Button>
        </p>
      )}
      <p className="type-card-tools">
        <Button tone="quiet" aria-expanded={isOpen} onPress={toggle}>
          Memos
        </Button>
        <Button tone="quiet" onPress={remove}>
          Remove
        </Button>
      </p>
      {isOpen && <MemosOf target={{ kind: 'type', id }} />}
    </section>
  );
}

function NewType({ typology }: { readonly typology: Typology }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    api.typologies.addType({ typologyId: typology.id, name }).then(
      () => {
        setName('');
        setProblem(undefined);
      },
      (error: unknown) => setProblem(sentenceOf(error).title),
    );
  };
  return (
    <form className="new-type" onSubmit={submit}>
      <TextField label="Another type" value={name} onChange={setName} errorMessage={problem} />
      <Button type="submit">Add</Button>
    </form>
  );
}
