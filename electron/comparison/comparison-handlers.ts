import { must } from '#shared/assert.ts';
import type { comparisonContract } from '#shared/comparison/comparison-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { keptAgreement } from './kept-agreement.ts';
import { begin } from './begin-comparing.ts';
import { codesByUid } from './codes-by-uid.ts';
import { insertChange } from './decisions-sql.ts';
import { drawTranscripts } from './draw-transcripts.ts';
import { requireFrozen, requireSession } from './gather-session.ts';
import { freeName, makeSession } from './make-session.ts';
import { readComparedText, readDifferences } from './read-differences.ts';
import { listSessions, readChoices, readTrend } from './read-sessions.ts';
import { removeSession } from './remove-session.ts';
import { settle, takeBackDecision } from './settle-difference.ts';
import { writeReport } from './write-report.ts';
import { unitsToCode } from './units-to-code.ts';
import { updateSession } from './sessions-sql.ts';

export const comparisonHandlers: HandlersOf<typeof comparisonContract> = {
  sessions: ({ db }) => listSessions(db),
  unitsToCode: ({ db }, { transcriptId }) => unitsToCode(db, transcriptId),
  choices: ({ db }) => readChoices(db),
  draw: ({ db }, input) => drawTranscripts(db, input),

  create: (context, input) => makeSession(context, input),

  change(context, { id, name, note }) {
    const session = requireSession(context.db, id);
    const kept = freeName(context.db, name, id);
    context.label(kept === session.name ? `Change “${kept}”` : `Rename “${session.name}” to “${kept}”`);
    updateSession(context.db, id, kept, note.trim());
  },

  remove: (context, { id }) => removeSession(context, id),
  begin: (context, { id }) => begin(context, id),

  differences: ({ db }, { id }) => readDifferences(db, id),
  text: ({ db }, { id, transcriptId }) => readComparedText(db, id, transcriptId),
  decide: (context, input) => settle(context, input),
  takeBack: (context, { id, difference }) => takeBackDecision(context, id, difference),

  noteCodebookChange(context, { id, codeUid, note, differences }) {
    const { db } = context;
    requireFrozen(db, id);
    const code = codesByUid(db).get(codeUid);
    if (code === undefined) throw new AppError('not-found', { what: 'code' });
    context.label(`Note a change of “${code.name}”, because of ${differences.length} differences`);
    insertChange(db, context.newUid(), {
      sessionId: id,
      codeUid,
      codeName: must(code.name, 'a code has a name'),
      note: note.trim(),
      differences,
      coderId: context.requireCoder(),
      at: context.now(),
    });
  },

  agreement: (services, { id }) => keptAgreement(services, id),
  report: (services, input) => writeReport(services, input),
  trend: ({ db }) => readTrend(db),
};
