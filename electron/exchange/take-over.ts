import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import type { ImportReport, KindCount, TakenKind } from '#shared/exchange/import-report.ts';
import type { MergedTable } from '#shared/packages/merge-report.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { MutationContext, PrepareContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { doMerge } from '#electron/packages/merge.ts';
import type { MergeSource } from '#electron/packages/open-source.ts';
import { importProject } from './import-project.ts';
import { NOTE_MARK } from './note-mark.ts';
import { readForeign } from './read-foreign.ts';
import { openSidecar } from './sidecar.ts';
import type { SameNames } from './taking.ts';

export interface OpenedForeign {
  readonly project: ForeignProject;
  /** What Crosscase itself put into the file; null in files of other programs. To be closed. */
  readonly source: MergeSource | null;
}

/** Reads a file, and opens what Crosscase put into it. */
export async function openForeign(
  context: Pick<PrepareContext, 'deps'>,
  file: StoredFile,
  ours: ReadableDb,
): Promise<OpenedForeign> {
  const { project, sidecar } = await readForeign(file, context.deps.newUid);
  const source = sidecar === null ? null : await openSidecar(sidecar, file.name, ours, context);
  return { project, source };
}

/**
 * First what Crosscase had put into the file, as the project of a colleague is merged; then what the standard holds, which
 * another program may have added to. Things are the same by their guid, so the second adds only what is new.
 */
export function takeOver(
  context: MutationContext,
  { project, source }: OpenedForeign,
  sameNames: SameNames,
): ImportReport {
  if (source === null) return importProject(context, project, sameNames);
  const { tables } = doMerge(context, source, { same: {} });
  return importRestored(context, project, sameNames, tables);
}

/** After a merge, what the standard holds; `tables` is what the merge did. */
export function importRestored(
  context: MutationContext,
  project: ForeignProject,
  sameNames: SameNames,
  tables: readonly MergedTable[],
): ImportReport {
  return withRestored(importProject(context, withoutOurNotes(project), sameNames), tables);
}

/** Notes and sets that stand for something that the merge has restored. */
function withoutOurNotes(project: ForeignProject): ForeignProject {
  return {
    ...project,
    description: '',
    notes: project.notes.filter(({ name }) => !name.startsWith(NOTE_MARK)),
    sets: project.sets.filter(({ name }) => !name.startsWith(NOTE_MARK)),
  };
}

const TABLES: Readonly<Record<TakenKind, string>> = {
  coders: 'coder',
  codes: 'code',
  attributes: 'attribute',
  participants: 'participant',
  transcripts: 'transcript',
  codings: 'coding',
  memos: 'memo',
};

/** What the merge has just added was found “here already” by the import that followed it. */
function withRestored(report: ImportReport, tables: readonly MergedTable[]): ImportReport {
  const added = new Map(tables.map(({ table, counts }) => [table, counts.added ?? 0]));
  const counted = new Set(Object.values(TABLES));
  return {
    ...report,
    counts: report.counts.map((count): KindCount => {
      const restored = Math.min(count.present, added.get(TABLES[count.kind]) ?? 0);
      return { ...count, added: count.added + restored, present: count.present - restored };
    }),
    restored: tables
      .filter(({ table, counts }) => !counted.has(table) && (counts.added ?? 0) > 0)
      .map(({ noun, counts }) => ({ noun, count: counts.added ?? 0 })),
  };
}
