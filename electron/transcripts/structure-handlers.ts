import { AppError } from '#shared/contract/errors.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { isRangeOf } from '#shared/text/text-range.ts';
import type { transcriptsContract } from '#shared/transcripts/transcripts-contract.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { layQuestions } from '#electron/guide/mark-questions.ts';
import { listQuestionMarks } from './question-marks-sql.ts';
import { requireTranscript } from './require-transcript.ts';
import {
  deletePartsOfVersion,
  deleteSpan,
  findFacts,
  insertSection,
  insertSpan,
  listSections,
  listTurns,
  spanKind,
  updateFacts,
  updateRole,
  updateSpeaker,
} from './transcripts-sql.ts';

type StructureMethods = 'setRole' | 'renameSpeaker' | 'exclude' | 'removeSpan' | 'setPart' | 'changeFacts';

/** What a person puts right in a transcript that is here already. The text itself is never touched by it. */
export const structureHandlers: Pick<HandlersOf<typeof transcriptsContract>, StructureMethods> = {
  setRole({ db, label }, { id, speaker, role }) {
    const { title, versionId } = requireTranscript(db, id);
    label(`Make ${speaker} the ${role} of “${title}”`);
    updateRole(db, versionId, speaker, role);
  },

  renameSpeaker({ db, label }, { id, speaker, name }) {
    const after = name.trim();
    if (after === '') throw new AppError('name-empty', { what: 'speaker' });
    label(`Call the speaker ${speaker} ${after}`);
    if (updateSpeaker(db, id, speaker, after) === 0) throw new AppError('not-found', { what: 'speaker' });
  },

  exclude({ db, label, newUid }, { versionId, start, end, note }) {
    const text = readVersionText(db, versionId);
    if (text === undefined) throw new AppError('not-found', { what: 'transcript' });
    if (!isRangeOf(text, { start, end }))
      throw new AppError('range-invalid', { start, end, length: text.length });
    const range = snapOutwards(text, { start, end });
    label(note.trim() === '' ? 'Exclude a passage' : `Exclude a passage: ${note.trim()}`);
    return insertSpan(db, { uid: newUid(), versionId, kind: 'excluded', note: note.trim(), ...range });
  },

  removeSpan({ db, label }, { id }) {
    const kind = spanKind(db, id);
    if (kind === undefined) throw new AppError('not-found', { what: 'passage' });
    label(kind === 'excluded' ? 'Include a passage again' : `Take away a mark: ${kind}`);
    deleteSpan(db, id);
  },

  setPart(context, { id, turnNumber, title }) {
    const { db, label } = context;
    const transcript = requireTranscript(db, id);
    const { versionId, text } = transcript;
    const turn = listTurns(db, versionId).find(({ number }) => number === turnNumber);
    if (turn === undefined) throw new AppError('not-found', { what: 'turn' });
    const named = title.trim();
    const before = listSections(db, versionId);
    // A part that begins at this turn is the one that is meant: set there by hand, or by the heading right above.
    const others = before.filter(
      ({ headingStart, start }) => headingStart !== turn.labelStart && start !== turn.labelStart,
    );
    const replaced = before.find((part) => !others.includes(part));
    label(
      named === ''
        ? `Take away a part of “${transcript.title}”`
        : `A part of “${transcript.title}”: ${named}`,
    );
    const added = {
      title: named,
      headingStart: replaced?.headingStart ?? turn.labelStart,
      start: turn.labelStart,
    };
    const parts = [...others, ...(named === '' ? [] : [added])].toSorted(
      (a, b) => a.headingStart - b.headingStart,
    );
    deletePartsOfVersion(db, versionId);
    parts.forEach((part, index) => {
      const end = text.slice(0, parts[index + 1]?.headingStart ?? text.length).trimEnd().length;
      insertSection(db, versionId, { ...part, number: index + 1, end: Math.max(part.start, end) });
    });
    layQuestions(context, transcript, listQuestionMarks(db, versionId));
  },

  changeFacts({ db, label }, { id, ...change }) {
    const { title } = requireTranscript(db, id);
    const facts = findFacts(db, id);
    if (facts === undefined) throw new AppError('not-found', { what: 'transcript' });
    label(`Change what is known of the interview “${title}”`);
    const { language, heldOn, place, minutes, interviewer, mode } = change;
    updateFacts(db, id, {
      language: language?.trim() ?? facts.language,
      heldOn: heldOn ?? facts.heldOn,
      place: place?.trim() ?? facts.place,
      minutes: minutes === undefined ? facts.minutes : minutes,
      interviewer: interviewer?.trim() ?? facts.interviewer,
      mode: mode?.trim() ?? facts.mode,
    });
  },
};
