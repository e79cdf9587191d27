import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { hasProject, useSession } from '../app/session-store.ts';
import { notify } from '../ui/toasts-store.ts';

/** Takes back the coder's last change, whatever it was. */
export async function undo(): Promise<void> {
  const { label } = await api.history.undo({});
  notify(`Undone: ${label}`);
}

export async function redo(): Promise<void> {
  const { label } = await api.history.redo({});
  notify(`Redone: ${label}`, { undo: true });
}

export const historyActions: readonly Action[] = [
  {
    id: 'history.undo',
    label: 'Undo',
    group: 'Edit',
    shortcut: '$mod+z',
    // Where there is nothing to undo, the core says why.
    enabled: () => hasProject() && !isEditingText(),
    run: undo,
  },
  {
    id: 'history.redo',
    label: 'Redo',
    group: 'Edit',
    shortcut: '$mod+Shift+z',
    enabled: () => useSession.getState().redo !== null && !isEditingText(),
    run: redo,
  },
  {
    id: 'history.redo-y',
    label: 'Redo (second key)',
    group: 'Edit',
    shortcut: '$mod+y',
    enabled: () => useSession.getState().redo !== null && !isEditingText(),
    run: redo,
  },
];

/** In a field that is being typed in, undo belongs to the field. The transcript is not typed in. */
function isEditingText(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLElement &&
    focused.matches('input:not([type="checkbox"], [type="radio"]), textarea')
  );
}
