import fs from 'node:fs';
import type { exchangeContract } from '#shared/exchange/exchange-contract.ts';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import type { ImportReport } from '#shared/exchange/import-report.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { freeProjectPath } from '#electron/project/folder-listing.ts';
import { createProject, discardProject } from '#electron/project/open-project.ts';
import { exportExchange } from './export-exchange.ts';
import { gatherCodebook, gatherProject } from './gather-project.ts';
import { importProject } from './import-project.ts';
import { readForeign } from './read-foreign.ts';
import { importSegments, previewSegments, readSegmentTable } from './import-segments.ts';
import type { SameNames } from './taking.ts';

export const exchangeHandlers: HandlersOf<typeof exchangeContract> = {
  async preview(services, { file, sameNames }) {
    services.session.requireProject();
    const project = await readForeign(services.files.resolve(file), services.deps.newUid);
    return tryOut(services, project, sameNames);
  },

  import: prepared(
    async ({ files, deps }, { file }) => readForeign(files.resolve(file), deps.newUid),
    (context, project, { sameNames }) => importProject(context, project, sameNames),
  ),

  async importAsNew(services, { file, path, coderName }) {
    const foreign = await readForeign(services.files.resolve(file), services.deps.newUid);
    const { documents } = services.deps.paths;
    if (path === undefined) fs.mkdirSync(documents, { recursive: true });
    const place = path ?? freeProjectPath(documents, foreign.name);
    const project = createProject(services, { path: place, title: foreign.name, coderName });
    try {
      const report = services.mutate('Import a project', 'exchange.import', (context) =>
        importProject(context, foreign, 'join'),
      );
      return { project, report };
    } catch (error) {
      discardProject(services, project.path);
      throw error;
    }
  },

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

  export: (services, { format }) => exportExchange(services, format),
};

/** The import itself, taken back at its end: what is shown beforehand is what would happen, and not a guess at it. */
function tryOut(services: Services, project: ForeignProject, sameNames: SameNames): ImportReport {
  try {
    services.mutate('Look at a project', 'exchange.preview', (context) => {
      throw new TriedOut(importProject(context, project, sameNames));
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
