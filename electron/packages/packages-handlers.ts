import { mergedTableList } from '#shared/packages/merge-report.ts';
import type { packagesContract } from '#shared/packages/packages-contract.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import { exportTask, exportWork } from './export-package.ts';
import { readKept, settle } from './kept-rows.ts';
import { previewKeptText, takeKeptText } from './kept-texts.ts';
import { listEvents } from './kept-sql.ts';
import { doMerge, openForMerging, previewMerge } from './merge.ts';
import { placeKept } from './place-kept.ts';
import { inspectPackage, openTask } from './open-task.ts';

export const packagesHandlers: HandlersOf<typeof packagesContract> = {
  exportTask: (services, input) => exportTask(services, input),
  exportWork: (services, input) => exportWork(services, input),
  inspect: (services, input) => inspectPackage(services, input),
  openTask: (services, input) => openTask(services, input),

  async preview(services, request) {
    const { writable } = services.session.requireProject();
    const source = await openForMerging(services, writable, request);
    try {
      return previewMerge(writable, source, request);
    } finally {
      source.close();
    }
  },

  merge: prepared(
    async (context, request) => openForMerging(context, context.db, request),
    (context, source, request) => {
      try {
        return doMerge(context, source, request);
      } finally {
        source.close();
      }
    },
  ),

  merges: ({ db }) =>
    listEvents(db).map(({ counts, ...event }) => ({
      ...event,
      tables: mergedTableList.parse(JSON.parse(counts)),
    })),

  kept: ({ db }) => readKept(db),

  place: (context, input) => placeKept(context, input),
  previewText: ({ db, coderId }, { id }) => previewKeptText(db, coderId, id),
  takeText: (context, { id }) => takeKeptText(context, id),

  settle: (context, { id, outcome }) => settle(context, id, outcome),
};
