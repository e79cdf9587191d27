import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rolesOf, voicesOf } from '#shared/transcripts/speaker-roles.ts';
import type { transcriptsContract } from '#shared/transcripts/transcripts-contract.ts';
import { deleteCoding } from '#electron/coding/coding-sql.ts';
import { forgetFinishedMarks } from '#electron/coding/finished-marks-sql.ts';
import { forgetAssignmentsOf } from '#electron/project/team-sql.ts';
import { forgetComparedTranscript } from '#electron/comparison/sessions-sql.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import { forgetSaturationNotesOf } from '#electron/constant-comparison/saturation-sql.ts';
import { forgetCorrectionsOf } from '#electron/corrections/corrections-sql.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import { forgetCueDecisionsOfTranscript } from '#electron/cues/cues-sql.ts';
import { readSources } from '#electron/import/read-sources.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { ensureParticipant } from '#electron/participants/ensure-participant.ts';
import { requireParticipant } from '#electron/participants/participants-sql.ts';
import { previewTranscripts } from './preview-transcripts.ts';
import { requireTranscript } from './require-transcript.ts';
import { structureHandlers } from './structure-handlers.ts';
import { storeTranscript, type NewTranscript } from './store-transcript.ts';
import {
  codingsOfAllVersions,
  countRemoval,
  deleteSectionsOf,
  deleteSpansOf,
  deleteTranscript,
  deleteTurnsOf,
  deleteVersionsOf,
  listQuestionsAsked,
  listSections,
  listSpans,
  listTranscripts,
  listTurns,
  updateParticipant,
  updateRole,
  updateTitle,
} from './transcripts-sql.ts';

export const transcriptsHandlers: HandlersOf<typeof transcriptsContract> = {
  list: ({ db, coderId }) => listTranscripts(db, coderId),

  get({ db }, { id }) {
    const transcript = requireTranscript(db, id);
    const { versionId } = transcript;
    return {
      ...transcript,
      turns: listTurns(db, versionId),
      sections: listSections(db, versionId),
      questions: listQuestionsAsked(db, versionId),
      spans: listSpans(db, versionId),
    };
  },

  async preview({ session, files, tasks }, { files: refs, encoding, structure, participantCode }) {
    const { readable } = session.requireProject();
    const read = await readSources(
      { files, tasks },
      refs.map((file) => ({ file, encoding })),
    );
    return previewTranscripts(readable, read, { structure, participantCode });
  },

  import: prepared(
    async ({ files, tasks }, { items }) => {
      if (items.some(({ title }) => title.trim() === ''))
        throw new AppError('name-empty', { what: 'transcript' });
      const read = await readSources({ files, tasks }, items);
      return items.map(({ title, participantCode, structure }, index): NewTranscript => {
        const { fileName, source } = must(read[index], 'every file that was asked for is answered');
        if (source instanceof Error) throw source;
        const { text } = source;
        return { title: title.trim(), fileName, text, participantCode, source, structure };
      });
    },
    (context, transcripts) => {
      const [first] = transcripts;
      context.label(
        transcripts.length === 1 && first !== undefined
          ? `Import “${first.title}”`
          : `Import ${transcripts.length} transcripts`,
      );
      return transcripts.map((transcript) => storeTranscript(context, transcript).id);
    },
  ),

  rename({ db, label }, { id, title }) {
    const { title: before } = requireTranscript(db, id);
    const after = title.trim();
    if (after === '') throw new AppError('name-empty', { what: 'transcript' });
    label(`Rename “${before}” to “${after}”`);
    updateTitle(db, id, after);
  },

  linkParticipant(context, { id, participantId: givenId, participantCode }) {
    const { db, label } = context;
    const transcript = requireTranscript(db, id);
    const givenCode = participantCode.trim();
    const participantId = givenCode === '' ? givenId : ensureParticipant(context, givenCode);
    const code = participantId === null ? null : requireParticipant(db, participantId).code;
    label(code === null ? `Unlink “${transcript.title}”` : `Link “${transcript.title}” to ${code}`);
    updateParticipant(db, id, participantId);
    const turns = listTurns(db, transcript.versionId);
    for (const [speaker, role] of rolesOf(voicesOf(transcript.text, turns), code)) {
      updateRole(db, transcript.versionId, speaker, role);
    }
  },

  removalPreview({ db }, { id }) {
    requireTranscript(db, id);
    return countRemoval(db, id);
  },

  remove({ db, label }, { id }) {
    label(`Remove “${requireTranscript(db, id).title}”`);
    const codings = codingsOfAllVersions(db, id);
    forgetCodings(db, codings);
    forgetComparisonsOf(db, codings);
    forgetSaturationNotesOf(db, id);
    forgetCueDecisionsOfTranscript(db, id);
    forgetFinishedMarks(db, id);
    forgetAssignmentsOf(db, id);
    forgetComparedTranscript(db, id);
    for (const coding of codings) deleteCoding(db, coding);
    deleteTurnsOf(db, id);
    deleteSectionsOf(db, id);
    deleteSpansOf(db, id);
    forgetCorrectionsOf(db, id);
    deleteVersionsOf(db, id);
    deleteTranscript(db, id);
  },

  ...structureHandlers,
};
