import { create } from 'zustand';
import type { ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import type { Spot } from '../matrices/grid-keys.ts';
import { reportError } from '../ui/toasts-store.ts';
import { writtenIn, type TableColumn } from './participant-columns.ts';

interface Draft {
  readonly text: string;
  /** Whose cell it is, or null for the empty row: rows move when somebody is added, and the draft goes along. */
  readonly participantId: ParticipantId | null;
}

interface Pending {
  readonly text: string;
  /** The core has it: the next table that comes will hold it. */
  readonly isSaved: boolean;
}

interface EditingState {
  readonly spot: Spot;
  /** What is being typed; null when nothing is. */
  readonly draft: Draft | null;
  /** Written, and on its way to the core: shown until the table comes back. By participant and column. */
  readonly pending: ReadonlyMap<string, Pending>;
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

/** A table has come: it holds whatever was saved by then, and not yet what is still on its way. */
export function forgetSaved(): void {
  const { pending } = useEditing.getState();
  const left = new Map([...pending].filter(([, { isSaved }]) => !isSaved));
  if (left.size < pending.size) useEditing.setState({ pending: left });
}

export function pendingKey(participant: Participant, column: TableColumn): string {
  return `${participant.id} ${column.kind === 'attribute' ? column.attribute.id : column.kind}`;
}

/** What stands in a cell now, counting what is on its way: the next key must not act on an older value. */
export function currentText(participant: Participant | undefined, column: TableColumn): string {
  const { pending } = useEditing.getState();
  const onItsWay = participant === undefined ? undefined : pending.get(pendingKey(participant, column));
  return onItsWay?.text ?? writtenIn(participant, column);
}

/** Saves what was written in a cell; in the empty row below the table a code makes a new participant. */
export function saveCell(participant: Participant | undefined, column: TableColumn, text: string): void {
  const value = text.trim();
  if (
    value === currentText(participant, column) ||
    column.kind === 'transcripts' ||
    column.kind === 'consent'
  )
    return;
  if (participant === undefined) {
    if (column.kind === 'code' && value !== '') api.participants.create({ code: value }).catch(reportError);
    return;
  }
  const key = pendingKey(participant, column);
  const own: Pending = { text: value, isSaved: false };
  useEditing.setState(({ pending }) => ({ pending: new Map(pending).set(key, own) }));
  // A newer value of the same cell may have taken its place meanwhile.
  const settle = (settled: Pending | null): void =>
    useEditing.setState(({ pending }) => {
      if (pending.get(key) !== own) return { pending };
      const next = new Map(pending);
      if (settled === null) next.delete(key);
      else next.set(key, settled);
      return { pending: next };
    });
  const saved =
    column.kind === 'code'
      ? api.participants.rename({ id: participant.id, code: value })
      : column.kind === 'site'
        ? api.participants.setSite({ participantId: participant.id, site: value })
        : api.participants.setValue({
            participantId: participant.id,
            attributeId: column.attribute.id,
            value,
          });
  saved.then(
    () => settle({ text: value, isSaved: true }),
    (error: unknown) => {
      settle(null);
      reportError(error);
    },
  );
}
