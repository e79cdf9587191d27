import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { TypeId, TypologyId } from '#shared/ids.ts';
import type { typologiesContract } from '#shared/typologies/typologies-contract.ts';
import { NONE_CLEARLY } from '#shared/matrices/traits.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { forgetType, forgetTypology, renameType } from '#electron/matrices/traits-sql.ts';
import { requireCase } from '#electron/within-case/read-sheet.ts';
import { readTypologies } from './read-typologies.ts';
import {
  deleteAssignment,
  deleteType,
  deleteTypology,
  findType,
  findTypology,
  insertType,
  insertTypology,
  typeWithName,
  typologyWithName,
  updateType,
  updateTypology,
  upsertAssignment,
  type TypeRow,
  type TypologyRow,
} from './typologies-sql.ts';

type Contract = typeof typologiesContract;

export const typologiesHandlers: HandlersOf<Contract> = {
  list: ({ db }) => readTypologies(db),

  create(context, { name, types }) {
    const { db } = context;
    const named = freeTypologyName(db, name, null);
    context.label(`Make the typology “${named}”`);
    const id = insertTypology(db, context.newUid(), named);
    for (const type of types) if (type.trim() !== '') addType(context, id, type);
    return id;
  },

  change({ db, label, typing }, { id, name, basis, typing: mark }) {
    const before = requireTypology(db, id);
    const named = name === undefined ? before.name : freeTypologyName(db, name, id);
    label(`Change the typology “${before.name}”`);
    if (mark !== undefined) typing(`typology ${id} ${mark}`);
    updateTypology(db, { id, name: named, basis: basis ?? before.basis });
  },

  remove({ db, label }, { id }) {
    label(`Remove the typology “${requireTypology(db, id).name}”`);
    forgetTypology(db, id);
    deleteTypology(db, id);
  },

  addType(context, { typologyId, name }) {
    const { name: typology } = requireTypology(context.db, typologyId);
    context.label(`Add the type “${name.trim()}” to “${typology}”`);
    return addType(context, typologyId, name);
  },

  changeType({ db, label, typing }, { id, name, definition, typing: mark }) {
    const before = requireType(db, id);
    const named = name === undefined ? before.name : freeTypeName(db, before.typologyId, name, id);
    const defined = definition ?? before.definition;
    if (mark !== undefined) typing(`type ${id} ${mark}`);
    label(`Change the type “${before.name}”`);
    const stale = defined === before.definition ? before.stale : '';
    updateType(db, { id, name: named, definition: defined, stale });
    if (named !== before.name) renameType(db, before.typologyId, before.name, named);
  },

  removeType({ db, label }, { id }) {
    const { name, typologyId } = requireType(db, id);
    label(`Remove the type “${name}”`);
    forgetType(db, typologyId, name);
    deleteType(db, id);
  },

  stillRight({ db, label }, { id }) {
    const type = requireType(db, id);
    label(`The type “${type.name}” still holds`);
    updateType(db, { ...type, stale: '' });
  },

  assign,

  unassign({ db, label }, { typologyId, participantIds }) {
    const { name } = requireTypology(db, typologyId);
    label(`Take ${casesNamed(db, participantIds)} out of “${name}”`);
    for (const id of participantIds) deleteAssignment(db, typologyId, id);
  },
};

function assign(context: MutationContext, input: InputOf<Contract['assign']>): void {
  const { db } = context;
  const { typologyId, participantIds, typeId, rationale } = input;
  requireTypology(db, typologyId);
  const type = typeId === null ? null : requireType(db, typeId);
  if (type !== null && type.typologyId !== typologyId) throw new AppError('not-found', { what: 'type' });
  const assignedBy = context.requireCoder();
  const cases = casesNamed(db, participantIds);
  context.label(type === null ? `${cases}: of no type clearly` : `${cases}: “${type.name}”`);
  if (input.typing !== undefined) context.typing(`type of ${participantIds.join()} ${input.typing}`);
  for (const participantId of participantIds) {
    upsertAssignment(db, {
      uid: context.newUid(),
      typologyId,
      participantId,
      typeId,
      rationale,
      assignedBy,
      at: context.now(),
    });
  }
}

/** The codes of a few cases, or how many there are. */
function casesNamed(db: ReadableDb, ids: InputOf<Contract['unassign']>['participantIds']): string {
  const codes = ids.map((id) => requireCase(db, id));
  return codes.length <= 3 ? codes.join(', ') : `${codes.length} cases`;
}

function addType({ db, newUid }: MutationContext, typologyId: TypologyId, name: string): TypeId {
  return insertType(db, newUid(), typologyId, freeTypeName(db, typologyId, name, null));
}

function requireTypology(db: ReadableDb, id: TypologyId): TypologyRow {
  const row = findTypology(db, id);
  if (row === undefined) throw new AppError('not-found', { what: 'typology' });
  return row;
}

function requireType(db: ReadableDb, id: TypeId): TypeRow {
  const row = findType(db, id);
  if (row === undefined) throw new AppError('not-found', { what: 'type' });
  return row;
}

function freeTypologyName(db: ReadableDb, name: string, own: TypologyId | null): string {
  const named = name.trim();
  if (named === '') throw new AppError('name-empty', { what: 'typology' });
  const known = typologyWithName(db, named);
  if (known !== undefined && known !== own)
    throw new AppError('name-taken', { what: 'typology', name: named });
  return named;
}

function freeTypeName(db: ReadableDb, typologyId: TypologyId, name: string, own: TypeId | null): string {
  const named = name.trim();
  if (named === '') throw new AppError('name-empty', { what: 'type' });
  // The word of cases that fit no type is taken.
  if (named.toLowerCase() === NONE_CLEARLY) throw new AppError('name-taken', { what: 'type', name: named });
  const known = typeWithName(db, typologyId, named);
  if (known !== undefined && known !== own) throw new AppError('name-taken', { what: 'type', name: named });
  return named;
}
