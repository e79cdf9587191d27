import type { CueDecision, CueOutcome, cuesContract } from '#shared/cues/cues-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId } from '#shared/ids.ts';
import { unitOfHit } from '#shared/search/hit-unit.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { isRangeOf, quotation } from '#shared/text/text-range.ts';
import { layerOfCoder, nameOfCode, textOfVersion } from '#electron/coding/coding-sql.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import { applyCodes } from '#electron/coding/own-codings.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { codedPlaces, decisionsOf, deleteDecisionsAt, insertDecision } from './cues-sql.ts';
import { findPlaces } from './find-places.ts';

type Place = Omit<CueDecision, 'outcome'>;

export const cuesHandlers: HandlersOf<typeof cuesContract> = {
  places: ({ db }, question) => findPlaces(db, question),

  progress({ db, coderId }, { codeIds }) {
    if (coderId === null) return { decisions: [], coded: [] };
    return {
      decisions: decisionsOf(db, coderId, codeIds),
      coded: codedPlaces(db, layerOfCoder(db, coderId), codeIds),
    };
  },

  accept(context, input) {
    const { unit, withCodeId } = input;
    const coderId = context.requireCoder();
    const codeId = withCodeId ?? input.codeId;
    requireCode(context.db, input.codeId);
    codeOnce(context, input, codeId);
    const outcome = codeId === input.codeId ? unit : 'other code';
    decide(context, coderId, input, outcome);
  },

  skip(context, place) {
    const coderId = context.requireCoder();
    const name = requireCode(context.db, place.codeId);
    const words = quotation(requireText(context.db, place), place).replaceAll(/\s+/g, ' ');
    context.label(`Skip “${shorten(words, 40)}” for ${name}`);
    decide(context, coderId, place, 'skipped');
  },
};

function decide(
  context: MutationContext,
  coderId: ReturnType<MutationContext['requireCoder']>,
  { codeId, versionId, start, end }: Place,
  outcome: CueOutcome,
): void {
  deleteDecisionsAt(context.db, coderId, { codeId, versionId, start, end });
  insertDecision(context.db, coderId, { codeId, versionId, start, end, outcome, at: context.now() });
}

/** The passage may have the code already, from before or from an earlier decision: then there is nothing to code. */
function codeOnce(
  context: MutationContext,
  place: InputOf<(typeof cuesContract)['accept']>,
  codeId: CodeId,
): void {
  const { db } = context;
  const text = requireText(db, place);
  const range =
    place.unit === 'turn' ? unitOfHit(text, turnsOfVersion(db, place.versionId), place, 'turn') : place;
  const passage = {
    versionId: place.versionId,
    start: range.start,
    end: range.end,
    codeIds: [codeId],
    weight: null,
  };
  try {
    applyCodes(context, passage);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'coding-exists')) throw error;
  }
}

function requireText(db: ReadableDb, { versionId, start, end }: Place): string {
  const text = textOfVersion(db, versionId);
  if (text === undefined) throw new AppError('not-found', { what: 'transcript' });
  if (!isRangeOf(text, { start, end }))
    throw new AppError('range-invalid', { start, end, length: text.length });
  return text;
}

function requireCode(db: ReadableDb, codeId: CodeId): string {
  const name = nameOfCode(db, codeId);
  if (name === undefined) throw new AppError('not-found', { what: 'code' });
  return name;
}
