import type { checkingContract } from '#shared/checking/checking-contract.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import { assignChecks, unassignChecks } from './assign-checks.ts';
import { openCheckPackage, writeCheckPackage, writeCheckReturn } from './check-package.ts';
import {
  cellOfPackage,
  findCheckerProject,
  giveVerdictInPackage,
  queueOfPackage,
  sentPackageOf,
  writeOwnInPackage,
} from './checker-project.ts';
import { answerCheck, giveVerdict, reopenCheck, resolveCheck, writeOwn } from './give-verdicts.ts';
import { linkSentence, moveLinks, unlinkSentence } from './link-sentences.ts';
import { confirmCell, markCells } from './mark-cells.ts';
import { readCellChecking } from './read-cell-checking.ts';
import { readCellToCheck } from './read-cell-to-check.ts';
import { readStates, readStatesAfter } from './read-checking.ts';
import { readOverview } from './read-overview.ts';
import { readQueue } from './read-queue.ts';
import { judgeReturn, previewOf, readVerdicts, storeReturn, type ReturnInput } from './read-return.ts';

export const checkingHandlers: HandlersOf<typeof checkingContract> = {
  states: ({ db }, { matrixId }) => readStates(db, matrixId),

  statesAfter: ({ db }, { matrixId, changes }) => readStatesAfter(db, matrixId, changes),

  cell: ({ db }, { columnId, rowKey }) => readCellChecking(db, columnId, rowKey),

  mark: markCells,

  confirm: confirmCell,

  linkSentence,

  unlinkSentence,

  moveLinks,

  assign: assignChecks,

  unassign: unassignChecks,

  queue({ db, coderId }, { matrixId }) {
    const project = findCheckerProject(db);
    if (project !== undefined) return queueOfPackage(project);
    return { items: coderId === null ? [] : readQueue(db, coderId, matrixId), package: null };
  },

  sentPackage({ db }) {
    const project = findCheckerProject(db);
    return project === undefined ? null : sentPackageOf(project);
  },

  toCheck({ db, coderId }, { cellUid }) {
    const project = findCheckerProject(db);
    return project === undefined ? readCellToCheck(db, cellUid, coderId) : cellOfPackage(project, cellUid);
  },

  writeOwn(context, input) {
    const project = findCheckerProject(context.db);
    if (project === undefined) writeOwn(context, input);
    else writeOwnInPackage(context, project, input);
  },

  giveVerdict(context, input) {
    const project = findCheckerProject(context.db);
    if (project === undefined) giveVerdict(context, input);
    else giveVerdictInPackage(context, project, input);
  },

  answer: answerCheck,

  resolve: resolveCheck,

  reopen: reopenCheck,

  overview: ({ db, coderId }, { matrixId }) => readOverview(db, matrixId, coderId),

  writePackage: writeCheckPackage,

  openPackage: openCheckPackage,

  writeReturn: writeCheckReturn,

  async previewReturn({ session, files }, { file, passphrase }) {
    const { readable } = session.requireProject();
    const part = await readVerdicts(files.resolve(file), passphrase, readable);
    return previewOf(readable, part, judgeReturn(readable, part));
  },

  readReturn: prepared(
    ({ files, db }, { file, passphrase }: ReturnInput) => readVerdicts(files.resolve(file), passphrase, db),
    storeReturn,
  ),
};
