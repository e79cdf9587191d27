import type { TranscriptId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import type { Action } from '../actions/action.ts';
import { useCoding } from './coding-store.ts';

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
    id: 'coding.show-all-codes',
    label: 'Show the codings of all codes',
    group: 'Coding',
    keywords: 'filter',
    enabled: () => isCoding() && useCoding.getState().onlyCode !== null,
    run: () => useCoding.setState({ onlyCode: null }),
  },
];
