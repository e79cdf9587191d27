import type {
  Attribute,
  AttributeDetails,
  Participant,
  ParticipantTable,
} from '#shared/participants/participants-contract.ts';
import { compareNaturally } from '#shared/matrices/value-order.ts';

/** Where an attribute takes a few values, those that were given are offered while typing. */
export function ValueChoices({
  table: { attributes, participants, sites },
}: {
  readonly table: ParticipantTable;
}) {
  return (
    <>
      <datalist id={SITE_CHOICES}>
        {sites.map(({ id, code }) => (
          <option key={id}>{code}</option>
        ))}
      </datalist>
      {attributes.map((attribute) => (
        <AttributeChoices key={attribute.id} attribute={attribute} participants={participants} />
      ))}
    </>
  );
}

export const SITE_CHOICES = 'participant-sites';

function AttributeChoices({
  attribute,
  participants,
}: {
  readonly attribute: AttributeDetails;
  readonly participants: readonly Participant[];
}) {
  const id = choicesId(attribute);
  if (id === undefined) return null;
  const given = new Set(
    participants.map(({ values }) => values[attribute.id] ?? '').filter((value) => value !== ''),
  );
  const offered = [...new Set([...attribute.choices, ...[...given].toSorted(compareNaturally)])];
  return (
    <datalist id={id}>
      {offered.map((value) => (
        <option key={value}>{value}</option>
      ))}
    </datalist>
  );
}

export function choicesId({ id, type }: Attribute): string | undefined {
  return type === 'one of' || type === 'many of' || type === 'yes/no' ? `attribute-values-${id}` : undefined;
}
