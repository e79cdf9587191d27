import { AppError } from '#shared/contract/errors.ts';
import { savedDefinition, type SavedDefinition } from '#shared/retrieval/fragment-query.ts';
import type { SavedQuery } from '#shared/retrieval/retrieval-contract.ts';
import type { SavedQueryId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  deleteSavedQuery,
  findSavedQuery,
  insertSavedQuery,
  listSavedQueries,
  savedQueryNamed,
  updateSavedQuery,
  type SavedQueryRow,
} from './retrieval-sql.ts';

export function savedQueries(db: ReadableDb): SavedQuery[] {
  return listSavedQueries(db).map(({ id, name, definition }) => ({
    id,
    name,
    definition: savedDefinition.safeParse(JSON.parse(definition)).data ?? null,
  }));
}

export function saveQuery(context: MutationContext, name: string, definition: SavedDefinition): SavedQueryId {
  const free = freeName(context.db, name, null);
  context.label(`Save query “${free}”`);
  return insertSavedQuery(context.db, context.newUid(), free, JSON.stringify(definition), context.now());
}

export function changeQuery(
  { db, label }: MutationContext,
  id: SavedQueryId,
  name: string | undefined,
  definition: SavedDefinition | undefined,
): void {
  const saved = requireSavedQuery(db, id);
  const newName = name === undefined ? saved.name : freeName(db, name, id);
  label(
    newName === saved.name ? `Change query “${saved.name}”` : `Rename query “${saved.name}” to “${newName}”`,
  );
  updateSavedQuery(db, id, newName, definition === undefined ? saved.definition : JSON.stringify(definition));
}

export function removeQuery({ db, label }: MutationContext, id: SavedQueryId): void {
  label(`Remove query “${requireSavedQuery(db, id).name}”`);
  deleteSavedQuery(db, id);
}

function requireSavedQuery(db: ReadableDb, id: SavedQueryId): SavedQueryRow {
  const found = findSavedQuery(db, id);
  if (found === undefined) throw new AppError('not-found', { what: 'saved query' });
  return found;
}

/** The name without spaces around it. Throws `name-empty` and `name-taken`. */
function freeName(db: ReadableDb, name: string, own: SavedQueryId | null): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'query' });
  const taken = savedQueryNamed(db, trimmed);
  if (taken !== undefined && taken !== own)
    throw new AppError('name-taken', { what: 'query', name: trimmed });
  return trimmed;
}
