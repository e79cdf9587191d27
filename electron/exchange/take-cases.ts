import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type { ForeignProject, ForeignValues, ForeignVariable } from '#shared/exchange/foreign-project.ts';
import {
  attributeNamed,
  insertAttribute,
  insertParticipant,
  listValues,
  participantWithCode,
  upsertValue,
} from '#electron/participants/participants-sql.ts';
import { freeNameAmong, type Taking } from './taking.ts';

export interface TakenCases {
  /** The participant of a text of the file. */
  participantOf(textGuid: string): ParticipantId | null;
}

/**
 * Cases become participants, variables attributes. Programs keep variables on cases or on texts: a text with variables that
 * belongs to no case gets a participant of its own name.
 */
export function takeCases(taking: Taking, project: ForeignProject): TakenCases {
  const attributes = new Map(
    project.variables.map((variable) => [variable.guid, takeAttribute(taking, variable)] as const),
  );
  const filled = valuesHere(taking);
  const store = (participantId: ParticipantId, values: ForeignValues): void =>
    storeValues(taking, attributes, filled, participantId, values);
  const ofText = new Map<string, ParticipantId>();
  for (const { guid, name, values, textGuids } of project.cases) {
    const id = takeParticipant(taking, guid, name);
    taking.participants.set(guid, id);
    store(id, values);
    for (const textGuid of textGuids) {
      if (ofText.has(textGuid))
        taking.findings.add(
          'left out',
          'Texts of more than one case belong to the first of them here.',
          name,
        );
      else ofText.set(textGuid, id);
    }
  }
  for (const { guid, name, values } of project.texts) {
    if (values.length === 0) continue;
    const known = ofText.get(guid);
    if (known === undefined)
      taking.findings.add(
        'kept otherwise',
        'Texts with variables but without a case got a participant.',
        name,
      );
    const id = known ?? takeParticipant(taking, null, name);
    ofText.set(guid, id);
    store(id, values);
  }
  return { participantOf: (textGuid) => ofText.get(textGuid) ?? null };
}

function takeAttribute(taking: Taking, { guid, name, type }: ForeignVariable): AttributeId {
  const { context, known, tally, findings } = taking;
  const byUid = known.attributes.get(guid);
  if (byUid !== undefined) {
    tally.add('attributes', 'present');
    return byUid;
  }
  const named = attributeNamed(context.db, name);
  if (named !== undefined) {
    taking.met.push({ kind: 'attributes', name });
    if (taking.sameNames === 'join') {
      tally.add('attributes', 'joined');
      if (named.type !== type)
        findings.add(
          'kept otherwise',
          'Attributes that have another type here keep ours.',
          `${name}: ${type}`,
        );
      return named.id;
    }
  }
  const free = freeNameAmong(name, (candidate) => attributeNamed(context.db, candidate) !== undefined);
  tally.add('attributes', 'added');
  return insertAttribute(context.db, guid, free, type);
}

function takeParticipant(taking: Taking, guid: string | null, name: string): ParticipantId {
  const { context, known, tally } = taking;
  const byUid = guid === null ? undefined : known.participants.get(guid);
  if (byUid !== undefined) {
    tally.add('participants', 'present');
    return byUid;
  }
  const named = participantWithCode(context.db, name);
  if (named !== undefined) {
    taking.met.push({ kind: 'participants', name });
    if (taking.sameNames === 'join' || guid === null) {
      tally.add('participants', 'joined');
      return named;
    }
  }
  const code = freeNameAmong(name, (candidate) => participantWithCode(context.db, candidate) !== undefined);
  tally.add('participants', 'added');
  return insertParticipant(context.db, guid ?? context.newUid(), code);
}

type Filled = Map<string, string>;

function valuesHere({ context }: Taking): Filled {
  return new Map(listValues(context.db).map(([who, what, value]) => [`${who} ${what}`, value]));
}

/** A value that is here stays: what somebody wrote is not replaced by a file. */
function storeValues(
  { context, findings }: Taking,
  attributes: ReadonlyMap<string, AttributeId>,
  filled: Filled,
  participantId: ParticipantId,
  values: ForeignValues,
): void {
  for (const [variableGuid, value] of values) {
    const attributeId = attributes.get(variableGuid);
    if (attributeId === undefined) {
      findings.add('left out', 'Values of variables that the file does not describe.', value);
      continue;
    }
    const key = `${participantId} ${attributeId}`;
    const present = filled.get(key);
    if (present === undefined) {
      upsertValue(context.db, participantId, attributeId, value);
      filled.set(key, value);
    } else if (present !== value) {
      findings.add(
        'left out',
        'Values where another value is here already: ours was kept.',
        `${present} · ${value}`,
      );
    }
  }
}
