import { create } from 'zustand';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useSession } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';

export const PIN_COUNT = 9;

interface PinsState {
  /** The project that the pins belong to. */
  readonly project: string | null;
  readonly pins: readonly (CodeId | null)[];
}

const NONE: readonly (CodeId | null)[] = Array.from({ length: PIN_COUNT }, () => null);

/** The codes of the digits 1 to 9: a habit of one person at one machine, so it is not kept in the project. */
export const usePins = create<PinsState>(() => ({ project: null, pins: NONE }));

/** Reads the pins of the project that is open. A code that is gone meanwhile is shown as an empty slot. */
export function loadPins(): void {
  const project = useSession.getState().project?.uid ?? null;
  if (project === usePins.getState().project) return;
  usePins.setState({ project, pins: NONE });
  if (project === null) return;
  api.coding.pins({}).then((stored) => {
    const { project: now, pins } = usePins.getState();
    // Who has pinned something meanwhile has the last word.
    if (now === project && pins === NONE)
      usePins.setState({ pins: NONE.map((_, slot) => stored[slot] ?? null) });
  }, reportError);
}

export function pinCode(slot: number, code: CodeId | null): void {
  const { project, pins } = usePins.getState();
  const next = pins.map((pinned, index) => (index === slot ? code : pinned === code ? null : pinned));
  usePins.setState({ pins: next });
  if (project !== null) api.coding.rememberPins({ pins: next }).catch(reportError);
}
