import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { GuidePart, guideContract } from '#shared/guide/guide-contract.ts';
import { prepared, type HandlersOf, type MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { decodeText } from '#electron/import/decode-text.ts';
import { readSourceFile } from '#electron/import/source-file.ts';
import { deleteMarksOfQuestion } from '#electron/transcripts/question-marks-sql.ts';
import {
  deletePart,
  deleteQuestion,
  insertPart,
  insertQuestion,
  listParts,
  listQuestions,
  placeQuestion,
} from './guide-sql.ts';
import { findQuestions, layQuestions, markQuestion } from './mark-questions.ts';

const guideFile = z.object({
  parts: z.array(z.object({ title: z.string(), questions: z.array(z.string()) })).min(1),
});

type WrittenParts = readonly { readonly title: string; readonly questions: readonly string[] }[];

export const guideHandlers: HandlersOf<typeof guideContract> = {
  get: ({ db }) => readGuide(db),

  save: (context, { parts }) => storeGuide(context, parts),

  importFile: prepared(
    async ({ files }, { file: ref }) => {
      const file = files.resolve(ref);
      const { text } = decodeText(await readSourceFile(file), file.name, 'utf-8');
      return { name: file.name, parts: parseGuide(file.name, text) };
    },
    (context, { parts }) => {
      context.label('Import the interview guide');
      storeGuide(context, parts);
      return {
        parts: parts.length,
        questions: parts.reduce((sum, { questions }) => sum + questions.length, 0),
      };
    },
  ),

  preview: ({ db }, { transcriptIds }) => findQuestions(db, transcriptIds).map(summary),

  match(context, { transcriptIds }) {
    const found = findQuestions(context.db, transcriptIds);
    const sum = found.reduce((total, { asked }) => total + asked.length, 0);
    context.label(`Find ${sum} questions of the guide in ${found.length} transcripts`);
    for (const { transcript, asked } of found) layQuestions(context, transcript, asked);
    return found.map(summary);
  },

  mark: (context, { transcriptId, turnNumber, questionId }) =>
    markQuestion(context, transcriptId, turnNumber, questionId),
};

function summary({ transcriptId, title, found, missing }: ReturnType<typeof findQuestions>[number]) {
  return { transcriptId, title, found, missing };
}

function readGuide(db: ReadableDb): readonly GuidePart[] {
  const questions = listQuestions(db);
  return listParts(db).map(({ id, title }) => ({
    id,
    title,
    questions: questions
      .filter(({ partId }) => partId === id)
      .map((question) => ({ id: question.id, text: question.text })),
  }));
}

/** Questions whose words stay are the same questions: where they are asked stays known. */
export function storeGuide(context: MutationContext, parts: WrittenParts): void {
  const { db, newUid } = context;
  const before = listParts(db);
  const known = new Map(listQuestions(db).map((question) => [question.text, question.id]));
  let position = 0;
  parts.forEach(({ title, questions }, index) => {
    const partId = insertPart(db, newUid(), title.trim() === '' ? 'Part' : title.trim(), index);
    for (const text of questions.map((question) => question.trim()).filter((question) => question !== '')) {
      position += 1;
      const id = known.get(text);
      known.delete(text);
      if (id === undefined) insertQuestion(db, { uid: newUid(), partId, text, position });
      else placeQuestion(db, id, partId, position);
    }
  });
  for (const id of known.values()) {
    deleteMarksOfQuestion(db, id);
    deleteQuestion(db, id);
  }
  for (const { id } of before) deletePart(db, id);
}

function parseGuide(name: string, text: string): WrittenParts {
  try {
    return guideFile.parse(JSON.parse(text)).parts;
  } catch (error) {
    throw new AppError('guide-invalid', { name }, { cause: error });
  }
}
