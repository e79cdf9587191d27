import type { CodingId, MemoId } from '#shared/ids.ts';
import type { MemoFormat, NewMemoTarget } from '#shared/memos/memos-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, settle, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { selectedCoding, useCoding } from '../coding/coding-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';
import { useMemos } from './memos-store.ts';
import { targetOf } from './target-here.ts';

/** Makes a memo about something, or about the study (null), and opens it for writing. */
export async function writeMemoOn(target: NewMemoTarget | null): Promise<void> {
  const id = await api.memos.create({ target });
  useMemos.setState({ made: id });
  openMemo(id);
}

export function openMemo(memoId: MemoId): void {
  navigate({ screen: 'memos', memoId });
}

/** On the Memos screen: shows another memo without a step in the trail. */
export function selectMemo(memoId: MemoId): void {
  if (useNavigation.getState().place.screen === 'memos') settle({ screen: 'memos', memoId });
}

export function selectedMemo(): MemoId | null {
  const { place } = useNavigation.getState();
  return place.screen === 'memos' ? (place.memoId ?? null) : null;
}

/** The one after it in the list is shown then, or else the one before. */
export async function removeMemo(id: MemoId, heading: string): Promise<void> {
  const { shown } = useMemos.getState();
  const at = shown.indexOf(id);
  const next = shown[at + 1] ?? shown[at - 1];
  await api.memos.remove({ id });
  if (selectedMemo() === id) settle({ screen: 'memos', ...(next === undefined ? {} : { memoId: next }) });
  notify(`Removed the memo “${heading}”`, { undo: true });
}

/** Those that the list shows, in its order. */
export async function exportShownMemos(format: MemoFormat): Promise<void> {
  const { shown } = useMemos.getState();
  if (shown.length === 0) return;
  const made = await api.memos.export({ ids: [...shown], format });
  const saved = await saveExport(made);
  if (saved !== null)
    notify(`Exported ${shown.length === 1 ? '1 memo' : `${shown.length} memos`} to ${saved}`);
}

/** What the person looks at: the selected coding, code, cell, case, or the open transcript. */
function targetHere(): NewMemoTarget | null {
  const { place } = useNavigation.getState();
  const coding: CodingId | undefined =
    place.screen === 'coding' ? selectedCoding(useCoding.getState())?.id : undefined;
  return coding === undefined ? targetOf(place) : { kind: 'coding', id: coding };
}

const hasShown = (): boolean =>
  hasProject() && useNavigation.getState().place.screen === 'memos' && useMemos.getState().shown.length > 0;

export const memosActions: readonly Action[] = [
  {
    id: 'memos.new',
    label: 'Write a memo',
    group: 'Memos',
    keywords: 'note new create study',
    shortcut: '$mod+Alt+n',
    enabled: hasProject,
    run: () => writeMemoOn(null),
  },
  {
    id: 'memos.new-on-this',
    label: 'Write a memo on this',
    group: 'Memos',
    keywords: 'note new create longer code coding transcript participant case cell',
    shortcut: '$mod+Alt+m',
    enabled: () => hasProject() && targetHere() !== null,
    run: () => writeMemoOn(targetHere()),
  },
  {
    id: 'memos.export-md',
    label: 'Export the memos shown as Markdown',
    group: 'Memos',
    keywords: 'download text md',
    enabled: hasShown,
    run: () => exportShownMemos('md'),
  },
  {
    id: 'memos.export-html',
    label: 'Export the memos shown as a page (HTML)',
    group: 'Memos',
    keywords: 'download print word html',
    enabled: hasShown,
    run: () => exportShownMemos('html'),
  },
];
