import type { exchangeContract } from '#shared/exchange/exchange-contract.ts';
import type { ImportReport } from '#shared/exchange/import-report.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { exportExchange } from './export-exchange.ts';
import { gatherCodebook, gatherProject } from './gather-project.ts';
import { importAsNew } from './import-as-new.ts';
import { openForeign, takeOver, type OpenedForeign } from './take-over.ts';
import { importSegments, previewSegments, readSegmentTable } from './import-segments.ts';
import type { SameNames } from './taking.ts';

export const exchangeHandlers: HandlersOf<typeof exchangeContract> = {
  async preview(services, { file, sameNames }) {
    const { readable } = services.session.requireProject();
    const opened = await openForeign(services, services.files.resolve(file), readable);
    try {
      return tryOut(services, opened, sameNames);
    } finally {
      opened.source?.close();
    }
  },

  import: prepared(
    async (context, { file }) => openForeign(context, context.files.resolve(file), context.db),
    (context, opened, { sameNames }) => {
      try {
        return takeOver(context, opened, sameNames);
      } finally {
        opened.source?.close();
      }
    },
  ),

  importAsNew: (services, input) => importAsNew(services, input),

  async previewSegments({ session, files }, { file, columns }) {
    const { readable } = session.requireProject();
    const stored = files.resolve(file);
    const coderId = session.actor.coderId;
    return previewSegments({ db: readable, coderId }, stored.name, await readSegmentTable(stored), columns);
  },

  importSegments: prepared(
    async ({ files }, { file }) => readSegmentTable(files.resolve(file)),
    (context, table, { columns, lines }) => importSegments(context, table, columns, new Set(lines)),
  ),

  losses: ({ db }, { format }) => (format === 'qdc' ? gatherCodebook(db) : gatherProject(db)).findings,

  export: (services, input) => exportExchange(services, input),
};

/** The import itself, taken back at its end: what is shown beforehand is what would happen, and not a guess at it. */
function tryOut(services: Services, opened: OpenedForeign, sameNames: SameNames): ImportReport {
  try {
    services.mutate('Look at a project', 'exchange.preview', (context) => {
      throw new TriedOut(takeOver(context, opened, sameNames));
    });
  } catch (error) {
    if (error instanceof TriedOut) return error.report;
    throw error;
  }
  throw new Error('the transaction ended although it was broken off');
}

class TriedOut extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('tried out');
    this.report = report;
  }
}
