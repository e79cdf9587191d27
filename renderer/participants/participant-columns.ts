import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type {
  AttributeDetails,
  Participant,
  ParticipantTable,
} from '#shared/participants/participants-contract.ts';
import { compareNaturally, valueOrder } from '#shared/matrices/value-order.ts';

/** A column of the table: the code, an attribute, or the number of transcripts, which is only read. */
export type TableColumn =
  | { readonly kind: 'code' }
  | { readonly kind: 'site' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeDetails }
  /** Read here, written in a dialog. */
  | { readonly kind: 'consent' }
  | { readonly kind: 'transcripts' };

/** What the rows can be ordered by. */
export type OrderColumn = 'code' | 'site' | 'consent' | 'transcripts' | AttributeId;

/** Participants who came after the order was asked for stand at the end. */
export function inOrder(
  participants: readonly Participant[],
  order: { readonly ids: readonly ParticipantId[] } | null,
): readonly Participant[] {
  if (order === null) return participants;
  const place = new Map(order.ids.map((id, index) => [id, index]));
  const placeOf = ({ id }: Participant): number => place.get(id) ?? order.ids.length;
  return participants.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Values are compared as their type says; what is empty comes last, whichever way round. */
export function sortParticipants(
  { participants, attributes }: ParticipantTable,
  column: OrderColumn,
  descending: boolean,
): readonly Participant[] {
  const direction = descending ? -1 : 1;
  if (column === 'code') return participants.toSorted((a, b) => direction * compareNaturally(a.code, b.code));
  if (column === 'transcripts')
    return participants.toSorted((a, b) => direction * (a.transcripts - b.transcripts));
  if (column === 'site' || column === 'consent') {
    const at: TableColumn = { kind: column };
    const compare = valueOrder('text');
    return participants.toSorted((a, b) => direction * compare(writtenIn(a, at), writtenIn(b, at)));
  }
  const compare = valueOrder(attributes.find(({ id }) => id === column)?.type ?? 'text');
  return participants.toSorted((a, b) => {
    const left = a.values[column] ?? '';
    const right = b.values[column] ?? '';
    if (left === '' || right === '') return compare(left, right);
    return direction * compare(left, right);
  });
}

export function columnsOf(attributes: readonly AttributeDetails[]): readonly TableColumn[] {
  return [
    { kind: 'code' },
    ...attributes.map((attribute): TableColumn => ({ kind: 'attribute', attribute })),
    { kind: 'site' },
    { kind: 'consent' },
    { kind: 'transcripts' },
  ];
}

/** What stands in a cell, as it was written. */
export function writtenIn(participant: Participant | undefined, column: TableColumn): string {
  if (participant === undefined) return '';
  switch (column.kind) {
    case 'code':
      return participant.code;
    case 'site':
      return participant.site ?? '';
    case 'consent':
      return isCleared(participant) ? 'cleared' : 'not cleared';
    case 'transcripts':
      return String(participant.transcripts);
    case 'attribute':
      return participant.values[column.attribute.id] ?? '';
  }
}

/** The approval of the principal and the information of the participant are both on record. */
export function isCleared({ consent }: Pick<Participant, 'consent'>): boolean {
  return consent !== null && consent.principalApprovedOn !== '' && consent.informationGivenOn !== '';
}

export function isNumeric(column: TableColumn): boolean {
  return (
    column.kind === 'transcripts' ||
    (column.kind === 'attribute' && ['whole number', 'decimal'].includes(column.attribute.type))
  );
}

const NARROWEST = 96;
const WIDEST = 240;
const LETTER = 7.5;

/** As wide as what stands in it, within reason. */
export function widthOf(column: TableColumn, participants: readonly Participant[]): number {
  if (column.kind === 'transcripts') return 104;
  if (column.kind === 'consent') return 112;
  const name =
    column.kind === 'attribute' ? column.attribute.name : column.kind === 'site' ? 'Site' : 'Participant';
  const type = column.kind === 'attribute' ? column.attribute.type : '';
  const longest = participants.reduce(
    (most, participant) => Math.max(most, writtenIn(participant, column).length),
    Math.max(name.length + 2, type.length),
  );
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + 28)));
}
