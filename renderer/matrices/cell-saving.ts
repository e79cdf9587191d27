import { api } from '../api/api.ts';
import { useSession } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import { dropDraft, setDraft, useMatrices } from './matrices-store.ts';
import { cellKey, type CellPlace } from './matrix-model.ts';

/** Stores a summary; `typing` names the stay in the field that it is a piece of. What could not be stored stays in the cell, marked, and is there when the cell is edited again. */
export async function saveSummary(place: CellPlace, text: string, typing?: string): Promise<void> {
  const key = cellKey(place);
  setDraft(key, { text, state: 'saving' });
  try {
    await api.matrices.writeSummary({ ...place, summary: text, typing });
    settleDraft(place, text);
  } catch (error) {
    setDraft(key, { text, state: 'failed' });
    reportError(error);
  }
}

function settleDraft(place: CellPlace, text: string): void {
  const key = cellKey(place);
  const { drafts, model } = useMatrices.getState();
  // Typed on meanwhile: the newer text is not stored yet.
  if (drafts[key]?.state !== 'saving' || drafts[key].text !== text) return;
  const shown = model?.cells.get(key)?.summary ?? '';
  if (shown === text.trim()) dropDraft(key);
  else setDraft(key, { text, state: 'saved' });
}

/** Names the project of now; `isSameProject` tells later whether it is still the one that is open. */
export function projectMark(): string | undefined {
  return useSession.getState().project?.uid;
}

export function isSameProject(mark: string | undefined): boolean {
  return mark !== undefined && mark === projectMark();
}
