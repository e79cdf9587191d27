import type { TranscriptId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import type { Action } from '../actions/action.ts';
import { useCoding } from './coding-store.ts';
import { clearFilter, isFiltered } from './filter-actions.ts';
import { askForLine, askForTurn, findAgain, openFind } from './find-store.ts';
import { askForCode, extendTo, mergeAdjacent, splitHere, toggleGoodQuotation } from './reshape-actions.ts';

export function goToTranscript(transcriptId: TranscriptId): void {
  navigate({ screen: 'coding', transcriptId });
}

/** The one before or after, or null at the ends. */
export function neighbour(
  transcripts: readonly { readonly id: TranscriptId }[],
  from: TranscriptId | null,
  step: 1 | -1,
): TranscriptId | null {
  const index = transcripts.findIndex(({ id }) => id === from);
  return index === -1 ? null : (transcripts[index + step]?.id ?? null);
}

async function goToNeighbour(step: 1 | -1): Promise<void> {
  const from = useCoding.getState().open?.transcript.id ?? null;
  const next = neighbour(await api.transcripts.list({}), from, step);
  if (next !== null) goToTranscript(next);
}

const isCoding = (): boolean => useNavigation.getState().place.screen === 'coding';

const ON_CODING: readonly (readonly [string, string, () => Promise<void>])[] = [
  ['recode', 'Recode the selected coding…', () => askForCode('recode')],
  ['copy', 'Code as another code too…', () => askForCode('copy')],
  ['extend-sentence', 'Extend the coding to the sentence', () => extendTo('sentence')],
  ['extend-turn', 'Extend the coding to the turn', () => extendTo('turn')],
  ['merge', 'Merge adjacent codings', mergeAdjacent],
  ['split', 'Split the coding at the caret', splitHere],
  ['good-quotation', 'Mark as a good quotation', toggleGoodQuotation],
];

export const codingActions: readonly Action[] = [
  {
    id: 'coding.next-transcript',
    label: 'Next transcript',
    group: 'Coding',
    shortcut: 'Alt+ArrowDown',
    enabled: isCoding,
    run: () => goToNeighbour(1),
  },
  {
    id: 'coding.previous-transcript',
    label: 'Previous transcript',
    group: 'Coding',
    shortcut: 'Alt+ArrowUp',
    enabled: isCoding,
    run: () => goToNeighbour(-1),
  },
  {
    id: 'coding.show-all',
    label: 'Show all codings',
    group: 'Coding',
    keywords: 'filter clear',
    enabled: () => isCoding() && isFiltered(useCoding.getState()),
    run: clearFilter,
  },
  {
    id: 'coding.find',
    label: 'Find in this transcript',
    group: 'Coding',
    shortcut: '$mod+f',
    enabled: isCoding,
    run: openFind,
  },
  {
    id: 'coding.find-next',
    label: 'Find next',
    group: 'Coding',
    shortcut: 'F3',
    enabled: isCoding,
    run: () => findAgain(1),
  },
  {
    id: 'coding.find-previous',
    label: 'Find previous',
    group: 'Coding',
    shortcut: 'Shift+F3',
    enabled: isCoding,
    run: () => findAgain(-1),
  },
  {
    id: 'coding.turn',
    label: 'Go to turn…',
    group: 'Coding',
    keywords: 'number jump',
    enabled: isCoding,
    run: askForTurn,
  },
  {
    id: 'coding.line',
    label: 'Go to line…',
    group: 'Coding',
    keywords: 'number jump',
    enabled: isCoding,
    run: askForLine,
  },
  ...ON_CODING.map(([id, label, run]) => ({
    id: `coding.${id}`,
    label,
    group: 'Coding',
    enabled: isCoding,
    run,
  })),
];
