import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { VersionId } from '#shared/ids.ts';
import { unitOfHit } from '#shared/search/hit-unit.ts';
import type { searchContract } from '#shared/search/search-contract.ts';
import { isRangeOf, type TextRange } from '#shared/text/text-range.ts';
import { nameOfCode, textOfVersion } from '#electron/coding/coding-sql.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import { applyCodes } from '#electron/coding/own-codings.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

type Request = InputOf<(typeof searchContract)['codeHits']>;

export function codeHits(
  context: MutationContext,
  { hits, unit, codeId }: Request,
): { readonly coded: number; readonly skipped: number } {
  const { db } = context;
  const name = nameOfCode(db, codeId);
  if (name === undefined) throw new AppError('not-found', { what: 'code' });
  let coded = 0;
  for (const [versionId, ofVersion] of Map.groupBy(hits, (hit) => hit.versionId)) {
    for (const range of passagesOf(db, versionId, ofVersion, unit)) {
      if (applyOnce(context, { versionId, ...range, codeIds: [codeId], weight: null })) coded += 1;
    }
  }
  // Hits that share a sentence or turn are one coding: the others count as left out.
  if (coded === 0) throw new AppError('coding-exists', { code: name });
  context.label(`Code ${coded} ${coded === 1 ? 'hit' : 'hits'} of a search as ${name}`);
  return { coded, skipped: hits.length - coded };
}

function passagesOf(
  db: ReadableDb,
  versionId: VersionId,
  hits: readonly TextRange[],
  unit: Request['unit'],
): readonly TextRange[] {
  const text = textOfVersion(db, versionId);
  if (text === undefined) throw new AppError('not-found', { what: 'transcript' });
  const turns = turnsOfVersion(db, versionId);
  return hits.map(({ start, end }) => {
    if (!isRangeOf(text, { start, end }))
      throw new AppError('range-invalid', { start, end, length: text.length });
    return unitOfHit(text, turns, { start, end }, unit);
  });
}

/** Whether the passage got the code: false when it had it already. */
function applyOnce(context: MutationContext, passage: Parameters<typeof applyCodes>[1]): boolean {
  try {
    applyCodes(context, passage);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'coding-exists') return false;
    throw error;
  }
}
