import type { codingContract } from '#shared/coding/coding-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TranscriptId } from '#shared/ids.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { newestVersion, titleOfTranscript } from './coding-sql.ts';
import { deleteFinishedMark, insertFinishedMark, listFinishedMarks } from './finished-marks-sql.ts';

type Reading = Pick<
  typeof codingContract,
  | 'finished'
  | 'markFinished'
  | 'unmarkFinished'
  | 'readingPosition'
  | 'rememberPosition'
  | 'pins'
  | 'rememberPins'
>;

/** How far each of us is. Finished is a statement of a coder, in the project; where somebody reads is of this machine. */
export const readingHandlers: HandlersOf<Reading> = {
  finished: ({ db, coderId }, { transcriptId }) => listFinishedMarks(db, transcriptId, coderId),

  markFinished(context, { transcriptId }) {
    context.label(`Mark “${requireTitle(context.db, transcriptId)}” as finished`);
    insertFinishedMark(context.db, context.requireCoder(), transcriptId, context.now());
  },

  unmarkFinished(context, { transcriptId }) {
    context.label(`Take back that “${requireTitle(context.db, transcriptId)}” is finished`);
    deleteFinishedMark(context.db, context.requireCoder(), transcriptId);
  },

  readingPosition({ session, localState }, { transcriptId }) {
    const project = session.requireProject();
    const version = newestVersion(project.readable, transcriptId);
    if (version === undefined) return null;
    const place = localState.data.reading[project.uid]?.[version.transcriptUid];
    return place?.version === version.uid ? Math.min(place.position, version.length) : null;
  },

  rememberPosition({ session, localState }, { transcriptId, position }) {
    const project = session.requireProject();
    const version = newestVersion(project.readable, transcriptId);
    if (version === undefined) throw new AppError('not-found', { what: 'transcript' });
    localState.rememberPlace(project.uid, version.transcriptUid, { version: version.uid, position });
  },

  pins: ({ session, localState }) => localState.data.pins[session.requireProject().uid] ?? [],

  rememberPins({ session, localState }, { pins }) {
    localState.rememberPins(session.requireProject().uid, pins);
  },
};

function requireTitle(db: ReadableDb, id: TranscriptId): string {
  const title = titleOfTranscript(db, id);
  if (title === undefined) throw new AppError('not-found', { what: 'transcript' });
  return title;
}
