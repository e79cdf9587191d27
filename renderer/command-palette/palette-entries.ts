import { allActions, isEnabled, runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { navigate } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly keywords: string;
  readonly shortcut?: string;
  run(): void;
}

/** Everything that can be found now: what can be done, and what can be gone to. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const { value: places = [] } = useLive(loadPlaces, [], []);
  const actions = allActions()
    .filter(({ id }) => id !== 'app.palette' && !id.endsWith('redo-y'))
    .filter(isEnabled)
    .map(({ id, label, group, keywords = '', shortcut }) => ({
      id,
      label,
      kind: group,
      keywords,
      ...(shortcut === undefined ? {} : { shortcut }),
      run: () => runAction(id),
    }));
  return [...actions, ...places];
}

async function loadPlaces(): Promise<readonly PaletteEntry[]> {
  if (!hasProject()) return [];
  const [transcripts, codes, memos, matrices] = await Promise.all([
    api.transcripts.list({}),
    api.codebook.list({}),
    api.memos.list({}),
    api.matrices.list({}),
  ]);
  return [
    ...transcripts.map(({ id, title, participantCode }) => ({
      id: `transcript-${id}`,
      label: title,
      kind: 'Transcript',
      keywords: participantCode ?? '',
      run: () => navigate({ screen: 'coding', transcriptId: id }),
    })),
    ...codes.map(({ id, name, key }) => ({
      id: `code-${id}`,
      label: name,
      kind: 'Code',
      keywords: key ?? '',
      run: () => navigate({ screen: 'codebook', codeId: id }),
    })),
    ...memos.map(({ id, heading, excerpt }) => ({
      id: `memo-${id}`,
      label: heading,
      kind: 'Memo',
      keywords: excerpt,
      run: () => navigate({ screen: 'memos', memoId: id }),
    })),
    ...matrices.map(({ id, name }) => ({
      id: `matrix-${id}`,
      label: name,
      kind: 'Matrix',
      keywords: '',
      run: () => navigate({ screen: 'matrices', matrixId: id }),
    })),
  ];
}
