import type { InputOf } from '#shared/contract/method.ts';
import type { withinCaseContract } from '#shared/within-case/within-case-contract.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import { readSheet, requireCase } from './read-sheet.ts';
import {
  deleteNarrative,
  findNarrative,
  insertNarrative,
  listCases,
  updateNarrative,
} from './within-case-sql.ts';

type Contract = typeof withinCaseContract;

export const withinCaseHandlers: HandlersOf<Contract> = {
  cases: ({ db }) => listCases(db),

  sheet: ({ db }, { participantId, source }) => readSheet(db, participantId, source),

  writeNarrative,
};

/** Writing what is already there changes nothing. */
function writeNarrative(context: MutationContext, input: InputOf<Contract['writeNarrative']>): void {
  const { db } = context;
  const { participantId } = input;
  const code = requireCase(db, participantId);
  const text = input.text.trim() === '' ? '' : input.text;
  const known = findNarrative(db, participantId);
  if (text === (known?.text ?? '')) return;
  const authorId = context.requireCoder();
  context.label(text === '' ? `Clear the narrative of ${code}` : `Write the narrative of ${code}`);
  if (input.typing !== undefined) context.typing(`narrative ${participantId} ${input.typing}`);
  const narrative = { participantId, text };
  if (known === undefined) insertNarrative(db, context.newUid(), narrative, authorId, context.now());
  else if (text === '') deleteNarrative(db, participantId);
  else updateNarrative(db, narrative, authorId, context.now());
}
