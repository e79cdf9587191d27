import { create } from 'zustand';
import type { ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import type { Spot } from '../matrices/grid-keys.ts';
import { reportError } from '../ui/toasts-store.ts';
import type { TableColumn } from './participant-columns.ts';

interface Draft {
  readonly text: string;
  /** Whose cell it is, or null for the empty row: rows move when somebody is added, and the draft goes along. */
  readonly participantId: ParticipantId | null;
}

interface EditingState {
  readonly spot: Spot;
  /** What is being typed; null when nothing is. */
  readonly draft: Draft | null;
  /** Written, and on its way to the core: shown until the table comes back. By participant and column. */
  readonly pending: ReadonlyMap<string, string>;
}

export const useEditing = create<EditingState>(() => ({
  spot: { row: 0, column: 0 },
  draft: null,
  pending: new Map(),
}));

export function goTo(spot: Spot): void {
  useEditing.setState({ spot, draft: null });
}

export function startEditing(spot: Spot, text: string, participant: Participant | undefined): void {
  useEditing.setState({ spot, draft: { text, participantId: participant?.id ?? null } });
}

export function typeDraft(text: string): void {
  useEditing.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, text } }));
}

export function stopEditing(): void {
  useEditing.setState({ draft: null });
}

export function forgetPending(): void {
  if (useEditing.getState().pending.size > 0) useEditing.setState({ pending: new Map() });
}

export function pendingKey(participant: Participant, column: TableColumn): string {
  return `${participant.id} ${column.kind === 'attribute' ? column.attribute.id : column.kind}`;
}

/** Saves what was written in a cell; in the empty row below the table a code makes a new participant. */
export function saveCell(
  participant: Participant | undefined,
  column: TableColumn,
  before: string,
  text: string,
): void {
  const value = text.trim();
  if (value === before || column.kind === 'transcripts') return;
  if (participant === undefined) {
    if (column.kind === 'code' && value !== '') api.participants.create({ code: value }).catch(reportError);
    return;
  }
  const key = pendingKey(participant, column);
  useEditing.setState(({ pending }) => ({ pending: new Map(pending).set(key, value) }));
  const saved =
    column.kind === 'code'
      ? api.participants.rename({ id: participant.id, code: value })
      : api.participants.setValue({
          participantId: participant.id,
          attributeId: column.attribute.id,
          value,
        });
  saved.catch((error: unknown) => {
    forgetPending();
    reportError(error);
  });
}
