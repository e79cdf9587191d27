import type { ContextSize } from '#shared/retrieval/fragment-context.ts';
import type { FragmentFormat, SavedQuery } from '#shared/retrieval/retrieval-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { goToScreen, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';
import { definitionNow, emptyRetrieval, openDialog, useRetrieval } from './retrieval-store.ts';

export function startAgain(): void {
  const { view, context } = useRetrieval.getState();
  useRetrieval.setState({ ...emptyRetrieval, view, context });
}

export async function saveAs(name: string): Promise<void> {
  const savedId = await api.retrieval.save({ name, definition: definitionNow() });
  useRetrieval.setState({ savedId });
  notify(`Saved query “${name.trim()}”`, { undo: true });
}

/** The saved query becomes the question on the screen. */
export async function replaceSaved({ id, name }: SavedQuery): Promise<void> {
  await api.retrieval.changeSaved({ id, definition: definitionNow() });
  useRetrieval.setState({ savedId: id });
  notify(`Changed query “${name}”`, { undo: true });
}

export async function renameSaved({ id }: SavedQuery, name: string): Promise<void> {
  await api.retrieval.changeSaved({ id, name });
}

export async function removeSaved({ id, name }: SavedQuery): Promise<void> {
  await api.retrieval.removeSaved({ id });
  if (useRetrieval.getState().savedId === id) useRetrieval.setState({ savedId: null });
  notify(`Removed query “${name}”`, { undo: true });
}

export async function exportFragments(
  format: FragmentFormat,
  context: ContextSize,
  name: string,
): Promise<void> {
  useRetrieval.setState({ context });
  const made = await api.retrieval.export({ ...definitionNow(), format, context, name });
  const saved = await saveExport(made);
  if (saved !== null) notify(`Exported ${saved}`);
}

const here = (): boolean => hasProject() && useNavigation.getState().place.screen === 'retrieval';

export const retrievalActions: readonly Action[] = [
  {
    id: 'retrieval.open',
    label: 'Find fragments by their codes…',
    group: 'Go',
    keywords: 'retrieve query co-occurrence overlap retrieval',
    enabled: hasProject,
    run: () => goToScreen('retrieval'),
  },
  {
    id: 'retrieval.save',
    label: 'Save this query…',
    group: 'Fragments',
    enabled: here,
    run: () => openDialog({ kind: 'save' }),
  },
  {
    id: 'retrieval.export',
    label: 'Export these fragments…',
    group: 'Fragments',
    keywords: 'excel word html csv spreadsheet document download',
    enabled: here,
    run: () => openDialog({ kind: 'export' }),
  },
  {
    id: 'retrieval.start-again',
    label: 'Start a new query',
    group: 'Fragments',
    enabled: here,
    run: startAgain,
  },
];
