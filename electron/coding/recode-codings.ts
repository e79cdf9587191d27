import { must } from '#shared/assert.ts';
import type { RecodedCodings } from '#shared/coding/coding-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { refuseExclusive } from '#electron/codebook/exclusive-domains.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { codeHasPoles, codingsByIds, twinOn, updateCoding, type FoundCoding } from './coding-sql.ts';
import { joinTwin } from './join-codings.ts';
import { describeCoding, requireCodeName, requireOwn } from './own-codings.ts';
import { storeCoding } from './store-coding.ts';

interface Given {
  readonly ids: readonly CodingId[];
  readonly codeId: CodeId;
}

/** Throws `not-your-coding` and `code-exclusive`; then nothing is changed. */
export function recodeCodings(context: MutationContext, { ids, codeId }: Given): RecodedCodings {
  const { db } = context;
  const name = requireCodeName(db, codeId);
  const codings = requireAll(context, ids).filter((coding) => coding.codeId !== codeId);
  const [first] = codings;
  if (first === undefined) throw new AppError('coding-exists', { code: name });
  context.label(
    codings.length === 1
      ? `Recode ${describeCoding(db, first)} to ${name}`
      : `Recode ${codings.length} codings to ${name}`,
  );
  const polesStay = codeHasPoles(db, codeId);
  let together = 0;
  const kept = codings.map((coding) => {
    refuseExclusive(db, { ...coding, codeIds: [codeId], except: coding.id });
    const twin = twinOn(db, { ...coding, codeId });
    if (twin === undefined) {
      updateCoding(db, { ...coding, codeId, weight: polesStay ? coding.weight : null });
      return coding.id;
    }
    together += 1;
    joinTwin(db, coding.id, twin);
    return twin;
  });
  return { codings: codingsByIds(db, [...new Set(kept)]), together };
}

/** Throws `not-your-coding`, `code-exclusive`, and `coding-exists` when every passage has the code already. */
export function copyCodings(context: MutationContext, { ids, codeId }: Given): RecodedCodings {
  const { db } = context;
  const name = requireCodeName(db, codeId);
  const codings = requireAll(context, ids);
  const made: CodingId[] = [];
  for (const coding of codings) {
    if (twinOn(db, { ...coding, codeId }) !== undefined) continue;
    refuseExclusive(db, { ...coding, codeIds: [codeId] });
    const { layerId, versionId, start, end, goodQuotation, translation, translatorId } = coding;
    made.push(
      storeCoding(context, {
        layerId,
        versionId,
        codeId,
        start,
        end,
        goodQuotation,
        translation,
        translatorId,
      }),
    );
  }
  if (made.length === 0) throw new AppError('coding-exists', { code: name });
  const first = must(codings[0], 'at least one coding was given');
  context.label(
    codings.length === 1
      ? `Copy ${describeCoding(db, first)} to ${name}`
      : `Copy ${made.length} ${made.length === 1 ? 'coding' : 'codings'} to ${name}`,
  );
  return { codings: codingsByIds(db, made), together: codings.length - made.length };
}

function requireAll(context: MutationContext, ids: readonly CodingId[]): readonly FoundCoding[] {
  return [...new Set(ids)].map((id) => requireOwn(context, id));
}
