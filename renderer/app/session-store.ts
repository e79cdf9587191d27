import { create } from 'zustand';
import type { OpenProjectInfo } from '#shared/project/project-contract.ts';
import { api } from '../api/api.ts';
import { coalesced } from '../api/coalesced.ts';
import { onAnyChange, onChanged, onSession } from '../api/changes.ts';
import { painted } from '../ui/painted.ts';
import { dropUndoOffers } from '../ui/toasts-store.ts';
import { resetNavigation } from './navigation.ts';

interface SessionState {
  /** Undefined until the core has answered; null when no project is open. */
  readonly project: OpenProjectInfo | null | undefined;
  readonly undo: string | null;
  readonly redo: string | null;
}

export const useSession = create<SessionState>(() => ({ project: undefined, undo: null, redo: null }));

export function hasProject(): boolean {
  return Boolean(useSession.getState().project);
}

/** Keeps the session true for as long as the window lives. */
export async function followSession(): Promise<void> {
  onSession(() => void refresh());
  onChanged(['project'], () => void refresh());
  // What was changed is shown first.
  onAnyChange(() => void painted().then(refreshUndo));
  await refresh();
}

async function refresh(): Promise<void> {
  const project = await api.project.current({});
  const before = useSession.getState().project;
  if (project?.uid !== before?.uid) resetNavigation();
  // Undo is of one project and one coder.
  if (project?.uid !== before?.uid || project?.coderId !== before?.coderId) dropUndoOffers();
  useSession.setState({ project });
  await refreshUndo();
}

const refreshUndo = coalesced(async () => useSession.setState(await api.history.state({})));
