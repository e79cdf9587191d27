import { create } from 'zustand';
import type { CodeId } from '#shared/ids.ts';
import { useSession } from '../app/session-store.ts';

export const PIN_COUNT = 9;

interface PinsState {
  /** The project that the pins belong to. */
  readonly project: string | null;
  readonly pins: readonly (CodeId | null)[];
}

const NONE: readonly (CodeId | null)[] = Array.from({ length: PIN_COUNT }, () => null);

/** The codes of the digits 1 to 9: a habit of one person at one machine, so it is not kept in the project. */
export const usePins = create<PinsState>(() => ({ project: null, pins: NONE }));

/** Reads the pins of the project that is open. */
export function loadPins(): void {
  const project = useSession.getState().project?.uid ?? null;
  usePins.setState({ project, pins: project === null ? NONE : readPins(project) });
}

export function pinCode(slot: number, code: CodeId | null): void {
  const { project, pins } = usePins.getState();
  const next = pins.map((pinned, index) => (index === slot ? code : pinned === code ? null : pinned));
  usePins.setState({ pins: next });
  if (project !== null) localStorage.setItem(keyOf(project), JSON.stringify(next));
}

function readPins(project: string): readonly (CodeId | null)[] {
  const stored: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? '[]');
  if (!Array.isArray(stored)) return NONE;
  // Only pinCode writes here; a code that is gone meanwhile is not found in the codebook and shown as an empty slot.
  return NONE.map((_, index) => (typeof stored[index] === 'number' ? (stored[index] as CodeId) : null));
}

function keyOf(project: string): string {
  return `crosscase.pins.${project}`;
}
