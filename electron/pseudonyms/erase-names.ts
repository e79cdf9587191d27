import type { Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import { NamesOut } from '#shared/pseudonyms/names-out.ts';
import type { OpenProject } from '#electron/core/session.ts';
import { eraseFreePages } from '#electron/database/erase-free-pages.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { replay, type Actor } from '#electron/history/journal.ts';
import { rebuildSearchIndex } from '#electron/search/search-index-sql.ts';
import { hashOfText } from '#electron/transcripts/store-transcript.ts';
import { textsToClean } from '#electron/withdrawal/clean-rows.ts';
import { cleanJournal, putText } from '#electron/withdrawal/erase-participant.ts';
import { insertBarrier, textRows, updateText } from '#electron/withdrawal/withdrawal-sql.ts';
import { changesWithTexts, olderVersions, partsOfOlderVersions } from './pseudonyms-sql.ts';

export const ERASED_LABEL = 'Names were erased from older versions, notes and the history';

/** What still holds a name, apart from the newest texts. */
export function countTraces(
  db: ReadableDb,
  identifiers: readonly Identifier[],
): { readonly versions: number; readonly notes: number; readonly steps: number } {
  const names = new NamesOut(identifiers);
  const notes = new Set<string>();
  for (const { table, id } of textsToClean(db, new Map(), names)) notes.add(`${table} ${id}`);
  const steps = new Set<number>();
  for (const { groupId, stored } of changesWithTexts(db)) {
    if (!steps.has(groupId) && names.withoutInStored(stored) !== stored) steps.add(groupId);
  }
  return {
    versions: olderVersions(db).filter(({ text }) => names.masked(text) !== text).length,
    notes: notes.size,
    steps: steps.size,
  };
}

/** For good: like a withdrawal, it is not recorded, undo ends there, and the freed pages are overwritten. */
export function eraseNames(
  { file, writable }: OpenProject,
  identifiers: readonly Identifier[],
  { at, actor }: { readonly at: string; readonly actor: Actor },
): void {
  const { connection } = file;
  const names = new NamesOut(identifiers);
  connection.pragma('secure_delete = ON');
  replay(connection, () => {
    eraseFromVersions(writable, names);
    const toClean = [...textsToClean(writable, new Map(), names)];
    for (const { table, id, column, text } of toClean) putText(writable, table, id, column, text);
    cleanJournal(writable, names, [], new Set());
    insertBarrier(writable, {
      at,
      coderId: actor.coderId,
      coderName: actor.coderName,
      method: 'pseudonyms.eraseTraces',
      label: ERASED_LABEL,
    });
    rebuildSearchIndex(connection);
  });
  eraseFreePages(connection);
}

/** Masked and not replaced: every place in an older version stays true. */
function eraseFromVersions(db: WritableDb, names: NamesOut): void {
  for (const { id, text } of olderVersions(db)) {
    const masked = names.masked(text);
    if (masked === text) continue;
    updateText(db, 'transcript_version', id, 'text', masked);
    updateText(db, 'transcript_version', id, 'sha256', hashOfText(masked));
  }
  for (const [table, column] of [
    ['turn', 'speaker'],
    ['section', 'title'],
  ] as const) {
    const older = new Set(partsOfOlderVersions(db, table));
    for (const row of textRows(db, table, [column], new Set())) {
      const text = row[column];
      if (!older.has(row.id) || typeof text !== 'string') continue;
      const cleaned = names.without(text);
      if (cleaned !== text) updateText(db, table, row.id, column, cleaned);
    }
  }
}
