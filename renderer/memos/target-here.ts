import type { NewMemoTarget } from '#shared/memos/memos-contract.ts';
import type { Place } from '../app/navigation.ts';

/** What a memo “on this” would be about: the most particular thing that the place names, or null. */
export function targetOf(place: Place): NewMemoTarget | null {
  switch (place.screen) {
    case 'participants':
      return place.participantId === undefined ? null : { kind: 'participant', id: place.participantId };
    case 'codebook':
      return place.codeId === undefined ? null : { kind: 'code', id: place.codeId };
    case 'coding':
      if (place.codingId !== undefined) return { kind: 'coding', id: place.codingId };
      return place.transcriptId === undefined ? null : { kind: 'transcript', id: place.transcriptId };
    case 'matrices':
      if (place.columnId === undefined || place.rowKey === undefined) return null;
      return { kind: 'place', columnId: place.columnId, rowKey: place.rowKey };
    case 'typologies':
      return place.typeId === undefined ? null : { kind: 'type', id: place.typeId };
    default:
      return null;
  }
}
