import { create } from 'zustand';
import type { ParticipantId } from '#shared/ids.ts';
import type { ParticipantTable } from '#shared/participants/participants-contract.ts';
import { useSession } from '../app/session-store.ts';
import { sortParticipants, type OrderColumn } from './participant-columns.ts';

export interface TableOrder {
  /** The ids are those of one project. */
  readonly projectUid: string | undefined;
  readonly column: OrderColumn;
  readonly descending: boolean;
  /** Fixed when it was asked for: a row does not jump away while it is being filled in. */
  readonly ids: readonly ParticipantId[];
}

interface ParticipantsState {
  /** Null is the order in which they were added. */
  readonly order: TableOrder | null;
}

const useOrder = create<ParticipantsState>(() => ({ order: null }));

/** The order that was asked for in this project. */
export function useParticipantsOrder(): TableOrder | null {
  const order = useOrder((state) => state.order);
  const projectUid = useSession((state) => state.project?.uid);
  return order?.projectUid === projectUid ? order : null;
}

export function orderBy(table: ParticipantTable, column: OrderColumn, descending: boolean): void {
  const ids = sortParticipants(table, column, descending).map(({ id }) => id);
  const projectUid = useSession.getState().project?.uid;
  useOrder.setState({ order: { projectUid, column, descending, ids } });
}

export function orderAsAdded(): void {
  useOrder.setState({ order: null });
}
