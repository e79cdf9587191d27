import type { codingContract } from '#shared/coding/coding-contract.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { updateCoding, type FoundCoding } from './coding-sql.ts';
import { describeCoding, requireOwn } from './own-codings.ts';

/** What is said of an own coding: pole, certainty, good quotation, memo, translation. Throws `not-your-coding`. */
export function changeCoding(
  context: MutationContext,
  { id, typing, ...given }: InputOf<typeof codingContract.change>,
): void {
  const coding = requireOwn(context, id);
  const changed = {
    ...coding,
    weight: given.weight === undefined ? coding.weight : given.weight,
    certainty: given.certainty === undefined ? coding.certainty : given.certainty,
    goodQuotation: given.goodQuotation ?? coding.goodQuotation,
    memo: given.memo ?? coding.memo,
    translation: given.translation ?? coding.translation,
  };
  const translatorId = translatorOf(context, coding, changed.translation);
  labelChange(context, coding, changed);
  if (typing !== undefined) context.typing(`coding ${id} ${typing}`);
  updateCoding(context.db, { ...changed, translatorId });
}

function translatorOf(
  context: MutationContext,
  before: FoundCoding,
  translation: string,
): FoundCoding['translatorId'] {
  if (translation === '') return null;
  return translation === before.translation ? before.translatorId : context.requireCoder();
}

function labelChange({ db, label }: MutationContext, before: FoundCoding, after: FoundCoding): void {
  const described = describeCoding(db, before);
  if (after.weight !== before.weight) label(`Mark the pole of ${described}`);
  if (after.certainty !== before.certainty) label(`Say how sure ${described} is`);
  if (after.goodQuotation !== before.goodQuotation) {
    label(
      after.goodQuotation
        ? `Mark ${described} as a good quotation`
        : `No longer a good quotation: ${described}`,
    );
  }
  if (after.translation !== before.translation) label(`Translate ${described}`);
  if (after.memo !== before.memo) label(`Write a memo on ${described}`);
}
