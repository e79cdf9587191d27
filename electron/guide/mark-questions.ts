import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FoundQuestions } from '#shared/guide/guide-contract.ts';
import { matchGuide, questionRanges } from '#shared/guide/match-guide.ts';
import type { GuideQuestionId, TranscriptId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  findTranscript,
  listSections,
  listTurns,
  type TranscriptRow,
} from '#electron/transcripts/transcripts-sql.ts';
import {
  deleteQuestionMarks,
  insertQuestionMark,
  listQuestionMarks,
} from '#electron/transcripts/question-marks-sql.ts';
import { allTranscripts, listParts, listQuestions } from './guide-sql.ts';

/** Questions are numbered after the parts, of which no interview has so many. */
const FIRST_NUMBER = 10_001;

interface Asked {
  readonly questionId: GuideQuestionId;
  readonly start: number;
}

/** Where the guide's questions are asked, by the interviewer's words. */
export function findQuestions(
  db: ReadableDb,
  transcriptIds: readonly TranscriptId[] | null,
): readonly (FoundQuestions & { readonly transcript: TranscriptRow; readonly asked: readonly Asked[] })[] {
  const titles = new Map(listParts(db).map(({ id, title }) => [id, title]));
  const questions = listQuestions(db).map(({ id, partId, text }) => ({
    id,
    text,
    part: titles.get(partId) ?? '',
  }));
  return (transcriptIds ?? allTranscripts(db)).map((id) => {
    const transcript = findTranscript(db, id);
    if (transcript === undefined) throw new AppError('not-found', { what: 'transcript' });
    const sections = listSections(db, transcript.versionId);
    const turns = listTurns(db, transcript.versionId);
    const asking = turns.filter(({ role }) => role === 'interviewer');
    const found = matchGuide(
      asking.map(({ number, start, end }) => ({
        number,
        words: transcript.text.slice(start, end),
        part: sections.findLast(({ headingStart }) => headingStart <= start)?.title ?? null,
      })),
      questions,
    );
    const taken = new Set(found.map((question) => question.id));
    return {
      transcriptId: id,
      title: transcript.title,
      found: found.length,
      missing: questions.filter((question) => !taken.has(question.id)).map(({ text }) => text),
      transcript,
      asked: found.map(({ id: questionId, turn }) => ({
        questionId,
        start: must(
          turns.find(({ number }) => number === turn),
          'the turn is one of these',
        ).labelStart,
      })),
    };
  });
}

/** Puts the marks of one transcript: each from where the question is asked to the next one, or to the end of its part. */
export function layQuestions(
  { db }: Pick<MutationContext, 'db'>,
  { versionId, text }: Pick<TranscriptRow, 'versionId' | 'text'>,
  asked: readonly Asked[],
): void {
  const ordered = asked.toSorted((a, b) => a.start - b.start);
  const words = new Map(listQuestions(db).map((question) => [question.id, question.text]));
  const ranges = questionRanges(
    ordered.map(({ start }) => start),
    listSections(db, versionId),
    text.length,
  );
  deleteQuestionMarks(db, versionId);
  ordered.forEach(({ questionId }, index) => {
    const range = must(ranges[index], 'every question has its range');
    const title = must(words.get(questionId), 'the question is one of the guide');
    insertQuestionMark(db, { versionId, number: FIRST_NUMBER + index, questionId, title, ...range });
  });
}

/** By hand: the question is asked in this turn, and nowhere else; null: no question is. */
export function markQuestion(
  context: MutationContext,
  transcriptId: TranscriptId,
  turnNumber: number,
  questionId: GuideQuestionId | null,
): void {
  const { db } = context;
  const transcript = findTranscript(db, transcriptId);
  if (transcript === undefined) throw new AppError('not-found', { what: 'transcript' });
  const turn = listTurns(db, transcript.versionId).find(({ number }) => number === turnNumber);
  if (turn === undefined) throw new AppError('not-found', { what: 'turn' });
  const question = listQuestions(db).find(({ id }) => id === questionId);
  if (questionId !== null && question === undefined) throw new AppError('not-found', { what: 'question' });
  context.label(
    question === undefined
      ? `No question of the guide in turn ${turnNumber} of “${transcript.title}”`
      : `“${question.text}” is asked in turn ${turnNumber} of “${transcript.title}”`,
  );
  const others = listQuestionMarks(db, transcript.versionId).filter(
    (mark) => mark.start !== turn.labelStart && mark.questionId !== questionId,
  );
  layQuestions(
    context,
    transcript,
    questionId === null ? others : [...others, { questionId, start: turn.labelStart }],
  );
}
