import { must } from '#shared/assert.ts';
import { hangingTogether, placeToSplit } from '#shared/coding/adjacent-codings.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import { extendToSentences, extendToTurns } from '#shared/coding/extend-range.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodingId } from '#shared/ids.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { refuseExclusive } from '#electron/codebook/exclusive-domains.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { copyEvidence } from '#electron/matrices/evidence-sql.ts';
import {
  codingsByIds,
  codingsOfCode,
  findCoding,
  twinOn,
  updateCoding,
  type FoundCoding,
} from './coding-sql.ts';
import { turnsOfVersion } from './fragments-sql.ts';
import { joinTwin, replaceCoding } from './join-codings.ts';
import { mergedCoding } from './merged-coding.ts';
import { describeCoding, movedRange, requireCodeName, requireOwn } from './own-codings.ts';
import { storeCoding } from './store-coding.ts';
import { readVersionText } from './version-text.ts';

export function mergeAdjacent(
  context: MutationContext,
  id: CodingId,
): { readonly coding: Coding; readonly removed: readonly CodingId[] } {
  const { db } = context;
  const coding = requireOwn(context, id);
  const all = codingsOfCode(db, coding);
  const one = must(
    all.find((candidate) => candidate.id === id),
    'a coding is one of its code',
  );
  const together = hangingTogether(textOf(context, coding), all, one).map(({ id: each }) =>
    found(context, each),
  );
  const others = together.filter((other) => other.id !== id);
  if (others.length === 0) throw new AppError('coding-alone', { code: requireCodeName(db, coding.codeId) });
  const merged = mergedCoding(coding, together);
  refuseExclusive(db, { ...merged, codeIds: [merged.codeId], except: id });
  for (const other of others) replaceCoding(db, other.id, id);
  updateCoding(db, merged);
  context.label(`Merge ${together.length} codings into ${describeCoding(db, merged)}`);
  return { coding: only(context, id), removed: others.map((other) => other.id) };
}

export function splitCoding(context: MutationContext, id: CodingId, position: number): readonly Coding[] {
  const { db } = context;
  const coding = requireOwn(context, id);
  const text = textOf(context, coding);
  const snapped = snapOutwards(text, { start: position, end: position }).start;
  const place = placeToSplit(text, coding, snapped);
  if (place === null) throw new AppError('split-outside', {});
  context.label(`Split ${describeCoding(db, coding)}`);
  const head = { ...coding, end: place };
  const twin = twinOn(db, head);
  if (twin !== undefined) joinTwin(db, twin, id);
  updateCoding(db, { ...(twin === undefined ? coding : found(context, id)), end: place });
  const tailId = storeTail(context, coding, place);
  copyEvidence(db, id, tailId);
  return codingsByIds(db, [id, tailId]);
}

/** The second part; when that passage has the code already, that coding is it. */
function storeTail(context: MutationContext, coding: FoundCoding, start: number): CodingId {
  const { layerId, versionId, codeId, end, weight, certainty, goodQuotation } = coding;
  const tail = { layerId, versionId, codeId, start, end, weight, certainty, goodQuotation };
  return twinOn(context.db, tail) ?? storeCoding(context, tail);
}

export function extendCoding(context: MutationContext, id: CodingId, to: 'sentence' | 'turn'): Coding {
  const { db } = context;
  const coding = requireOwn(context, id);
  const turns = turnsOfVersion(db, coding.versionId);
  const wide =
    to === 'turn' ? extendToTurns(coding, turns) : extendToSentences(textOf(context, coding), coding, turns);
  const range = movedRange(context, coding, wide);
  const extended = { ...coding, ...range };
  updateCoding(db, extended);
  context.label(`Extend ${describeCoding(db, extended)}`);
  return only(context, id);
}

function textOf({ db }: MutationContext, { versionId }: FoundCoding): string {
  return must(readVersionText(db, versionId), 'a coding refers to a version');
}

function found({ db }: MutationContext, id: CodingId): FoundCoding {
  return must(findCoding(db, id), 'the coding is there');
}

function only({ db }: MutationContext, id: CodingId): Coding {
  return must(codingsByIds(db, [id])[0], 'the coding is there');
}
