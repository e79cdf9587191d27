import type { ParticipantId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { insertParticipant, participantWithCode } from './participants-sql.ts';

/** The participant of this code: the one that is there, or a new one. */
export function ensureParticipant(context: MutationContext, code: string): ParticipantId {
  return participantWithCode(context.db, code) ?? insertParticipant(context.db, context.newUid(), code);
}
