import type { HistoryChange, historyContract } from '#shared/history/history-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { listChanges, listGroups } from './history-sql.ts';
import { nextGroup, undoOrRedo } from './undo.ts';

/** Enough to see what a change did; the rest of a bulk import is told by its count. */
const MOST_CHANGES_SHOWN = 200;

export const historyHandlers: HandlersOf<typeof historyContract> = {
  list({ db }, { before, limit }) {
    const entries = listGroups(db, before, limit + 1);
    return { entries: entries.slice(0, limit), more: entries.length > limit };
  },

  changes: ({ db }, { id }) =>
    listChanges(db, id, MOST_CHANGES_SHOWN).map((change) => ({
      table: change.table_name,
      rowId: change.row_id,
      before: parseRow(change.row_before),
      after: parseRow(change.row_after),
    })),

  state({ session }) {
    const { project, actor } = session;
    if (project === null) return { undo: null, redo: null };
    return {
      undo: nextGroup(project.file.connection, 'undo', actor)?.label ?? null,
      redo: nextGroup(project.file.connection, 'redo', actor)?.label ?? null,
    };
  },

  undo: (services) => step(services, 'undo'),
  redo: (services) => step(services, 'redo'),
};

function step(services: Services, direction: 'undo' | 'redo'): { readonly label: string } {
  const { session, deps } = services;
  const { file } = session.requireProject();
  const group = undoOrRedo(file.connection, direction, session.actor, deps.now());
  services.emit({ type: 'changed', ...group });
  return { label: group.label };
}

function parseRow(json: string | null): HistoryChange['before'] {
  return json === null ? null : (JSON.parse(json) as HistoryChange['before']);
}
