import type { KeyboardEvent } from 'react';
import type { Participant } from '#shared/participants/participants-contract.ts';
import type { TypeAssignment, Typology } from '#shared/typologies/typologies-contract.ts';
import type { TypeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';
import { GrowingField } from '../within-case/growing-field.tsx';

interface TypeTableProps {
  readonly typology: Typology;
  readonly participants: readonly Participant[];
}

/** A row for each case: its type, or none clearly, and why. A digit gives the type, 0 none clearly, Delete no place at all. */
export function TypeTable({ typology, participants }: TypeTableProps) {
  const places = new Map(typology.assignments.map((place) => [place.participantId, place]));
  return (
    <div className="type-table-frame">
      <table className="plain-table type-table">
        <caption className="visually-hidden">
          {typology.name}: cases and their types. Digits choose a type, 0 none clearly, Delete takes the case
          out.
        </caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            {typology.types.map(({ id, name, cases }, index) => (
              <th key={id} scope="col" className="type-column">
                {name}
                <span className="muted">
                  {index < 9 ? `${index + 1} · ` : ''}
                  {cases === 1 ? '1 case' : `${cases} cases`}
                </span>
              </th>
            ))}
            <th scope="col" className="type-column">
              None clearly<span className="muted">0</span>
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {participants.map((participant) => (
            <CaseRow
              key={participant.id}
              typology={typology}
              participant={participant}
              place={places.get(participant.id) ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CaseRowProps {
  readonly typology: Typology;
  readonly participant: Participant;
  readonly place: TypeAssignment | null;
}

function CaseRow({ typology, participant, place }: CaseRowProps) {
  const assign = (typeId: TypeId | null): void => {
    if (place !== null && place.typeId === typeId) return;
    api.typologies
      .assign({ typologyId: typology.id, participantIds: [participant.id], typeId })
      .catch(reportError);
  };
  const unassign = (): void => {
    if (place === null) return;
    api.typologies.unassign({ typologyId: typology.id, participantIds: [participant.id] }).catch(reportError);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
    const { key } = event;
    if (/^[1-9]$/.test(key)) {
      const type = typology.types[Number(key) - 1];
      if (type === undefined) return;
      assign(type.id);
      radiosOf(event.currentTarget)[Number(key) - 1]?.focus();
    } else if (key === '0') {
      assign(null);
      radiosOf(event.currentTarget).at(-1)?.focus();
    } else if (key === 'Delete' || key === 'Backspace') unassign();
    else if (key === 'ArrowDown' || key === 'ArrowUp') focusRow(event.currentTarget, key === 'ArrowDown');
    else return;
    event.preventDefault();
  };
  const choices: readonly (TypeId | null)[] = [...typology.types.map(({ id }) => id), null];
  const names = [...typology.types.map(({ name }) => name), 'none clearly'];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the radio buttons in it
    <tr onKeyDown={onKeyDown}>
      <th scope="row">{participant.code}</th>
      {choices.map((typeId, index) => (
        <td key={typeId ?? 'none'} className="type-column">
          <input
            type="radio"
            name={`type-of-${participant.id}`}
            aria-label={`${participant.code}: ${names[index] ?? ''}`}
            checked={place !== null && place.typeId === typeId}
            onChange={() => assign(typeId)}
          />
        </td>
      ))}
      <td>{place !== null && <Rationale typology={typology} participant={participant} place={place} />}</td>
    </tr>
  );
}

function radiosOf(row: Element): readonly HTMLInputElement[] {
  return [...row.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
}

/** The chosen radio button of the next row, or its first one. */
function focusRow(row: HTMLTableRowElement, down: boolean): void {
  const next = down ? row.nextElementSibling : row.previousElementSibling;
  const radios = next === null ? [] : radiosOf(next);
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}

function Rationale({
  typology,
  participant,
  place: { typeId, rationale },
}: Omit<CaseRowProps, 'place'> & { readonly place: TypeAssignment }) {
  return (
    <GrowingField
      label={`Why ${participant.code} is there`}
      placeholder="The reason"
      stored={rationale}
      maxLength={10_000}
      rows={1}
      save={(written, typing) =>
        api.typologies.assign({
          typologyId: typology.id,
          participantIds: [participant.id],
          typeId,
          rationale: written,
          typing,
        })
      }
    />
  );
}
