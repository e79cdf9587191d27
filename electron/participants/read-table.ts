import type { AttributeId } from '#shared/ids.ts';
import type { ParticipantTable } from '#shared/participants/participants-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes, listParticipants, listValues } from './participants-sql.ts';
import { listConsents, listSites } from './study-records-sql.ts';

export function readTable(db: ReadableDb): ParticipantTable {
  const consents = listConsents(db);
  const values = new Map<number, Record<AttributeId, string>>();
  for (const [participantId, attributeId, value] of listValues(db)) {
    const own = values.get(participantId) ?? {};
    own[attributeId] = value;
    values.set(participantId, own);
  }
  return {
    attributes: listAttributes(db),
    sites: listSites(db),
    participants: listParticipants(db).map((participant) => ({
      ...participant,
      consent: consents.get(participant.id) ?? null,
      values: values.get(participant.id) ?? {},
    })),
  };
}
