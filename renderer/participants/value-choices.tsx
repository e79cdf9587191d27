import type { Attribute, ParticipantTable } from '#shared/participants/participants-contract.ts';
import { compareNaturally } from '#shared/matrices/value-order.ts';

/** Where an attribute takes a few values, those that were given are offered while typing. */
export function ValueChoices({ table: { attributes, participants } }: { readonly table: ParticipantTable }) {
  return attributes.map((attribute) => {
    const id = choicesId(attribute);
    if (id === undefined) return null;
    const given = new Set(
      participants.map(({ values }) => values[attribute.id] ?? '').filter((value) => value !== ''),
    );
    return (
      <datalist key={attribute.id} id={id}>
        {[...given].toSorted(compareNaturally).map((value) => (
          <option key={value}>{value}</option>
        ))}
      </datalist>
    );
  });
}

export function choicesId({ id, type }: Attribute): string | undefined {
  return type === 'one of' || type === 'yes/no' ? `attribute-values-${id}` : undefined;
}
