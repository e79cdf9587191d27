import type { Thing } from '#shared/memos/linked-things.ts';
import { navigate, type Place } from '../app/navigation.ts';

/** Goes to where a thing is shown. */
export function openThing(thing: Thing): void {
  navigate(placeOf(thing));
}

function placeOf(thing: Thing): Place {
  switch (thing.kind) {
    case 'participant':
      return { screen: 'participants', participantId: thing.id };
    case 'transcript':
      return { screen: 'coding', transcriptId: thing.id };
    case 'code':
      return { screen: 'codebook', codeId: thing.id };
    case 'coding':
      return { screen: 'coding', transcriptId: thing.transcriptId, codingId: thing.id };
    case 'cell':
      return {
        screen: 'matrices',
        matrixId: thing.matrixId,
        columnId: thing.columnId,
        rowKey: thing.rowKey,
      };
    case 'type':
      return { screen: 'typologies', typologyId: thing.typologyId, typeId: thing.id };
    case 'memo':
      return { screen: 'memos', memoId: thing.id };
  }
}
