import { must } from '#shared/assert.ts';
import type { TypeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import {
  insertType,
  insertTypology,
  updateType,
  updateTypology,
  upsertAssignment,
} from '#electron/typologies/typologies-sql.ts';
import type { StoredCase } from './store-summaries.ts';

const BASIS =
  'Who takes part and who does not was contrasted first, then the cases within both groups: how far their ties reach, ' +
  'whether costs and rewards are weighed at all, and whether networking belongs to who they are as teachers. The types ' +
  'illustrate; nobody fits one wholly, and their numbers say nothing about teachers elsewhere.';

/** In the order from taking part most to not at all. */
const TYPES = [
  {
    name: 'Community focused',
    definition:
      'Ties reach beyond the own school and a broad theme holds them together. Belonging, joy and trust carry the ' +
      'networking; effort is named but not weighed, and what is given may come back at some time or never.',
  },
  {
    name: 'Locally focused',
    definition:
      'Networks with colleagues nearby, or around one theme. It is part of the job and of belonging to a team, and the ' +
      'rewards outweigh the effort.',
  },
  {
    name: 'Not-yet networking',
    definition:
      'Willing to share, inside or outside the school, but it does not happen: doubts about the own ability, or about ' +
      'privacy online, stand in the way. May become locally focused when they go.',
  },
  {
    name: 'Non-networking',
    definition:
      'Looks for what is of use in the next lesson. Time is a cost that nobody compensates, the causes lie with the ' +
      'school, and networking is no part of the profession.',
  },
] as const;

/** The typology that the study ends in: every case with its type and the reason. */
export function storeTypes(context: MutationContext, cases: readonly StoredCase[]): void {
  const { db } = context;
  const assignedBy = context.requireCoder();
  const name = 'Ways of taking part';
  const typologyId = insertTypology(db, context.newUid(), name);
  updateTypology(db, { id: typologyId, name, basis: BASIS });
  const types = new Map<string, TypeId>(
    TYPES.map((type) => {
      const id = insertType(db, context.newUid(), typologyId, type.name);
      updateType(db, { id, ...type, stale: '' });
      return [type.name, id] as const;
    }),
  );
  for (const { participantId, type, rationale } of cases) {
    upsertAssignment(db, {
      uid: context.newUid(),
      typologyId,
      participantId,
      typeId: must(types.get(type), `“${type}” is a type of the study`),
      rationale,
      assignedBy,
      at: context.now(),
    });
  }
}
