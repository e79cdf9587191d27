import { must } from '#shared/assert.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, CodingId, VersionId } from '#shared/ids.ts';
import { shorten, snapOutwards } from '#shared/text/graphemes.ts';
import { isRangeOf, quotation, type TextRange } from '#shared/text/text-range.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { refuseExclusive } from '#electron/codebook/exclusive-domains.ts';
import {
  codesOfRange,
  findCoding,
  layerOfCoder,
  nameOfCode,
  titleOfNewer,
  type CodingRow,
  type FoundCoding,
} from './coding-sql.ts';
import { storeCoding } from './store-coding.ts';
import { readVersionText } from './version-text.ts';

/** A range that lies in a version's text, widened to whole graphemes, with its words. Throws `range-invalid`. */
function passageIn(
  db: ReadableDb,
  versionId: VersionId,
  { start, end }: TextRange,
): { readonly range: TextRange; readonly quoted: string } {
  const text = readVersionText(db, versionId);
  if (text === undefined) throw new AppError('not-found', { what: 'transcript' });
  if (!isRangeOf(text, { start, end })) {
    throw new AppError('range-invalid', { start, end, length: text.length });
  }
  const range = snapOutwards(text, { start, end });
  return { range, quoted: `“${inOneLine(quotation(text, range))}”` };
}

function inOneLine(words: string): string {
  return shorten(words.replaceAll(/\s+/g, ' '), 40);
}

export function requireCodeName(db: ReadableDb, codeId: CodeId): string {
  const name = nameOfCode(db, codeId);
  if (name === undefined) throw new AppError('not-found', { what: 'code' });
  return name;
}

export function applyCodes(
  context: MutationContext,
  passage: TextRange & {
    readonly versionId: VersionId;
    readonly codeIds: readonly CodeId[];
    readonly weight: number | null;
  },
): Coding[] {
  const { db } = context;
  const layerId = layerOfCoder(db, context.requireCoder());
  const { versionId, weight } = passage;
  const { range, quoted } = passageIn(db, versionId, passage);
  const newer = titleOfNewer(db, versionId);
  if (newer !== undefined) throw new AppError('transcript-newer', { title: newer });
  const names = new Map(passage.codeIds.map((codeId) => [codeId, requireCodeName(db, codeId)]));
  const present = codesOfRange(db, layerId, versionId, range.start, range.end);
  const missing = [...names.keys()].filter((codeId) => !present.has(codeId));
  if (missing.length === 0) throw new AppError('coding-exists', { code: [...names.values()].join(', ') });
  refuseExclusive(db, { layerId, versionId, ...range, codeIds: missing });
  context.label(`Code ${quoted} as ${missing.map((codeId) => names.get(codeId)).join(', ')}`);
  const createdAt = context.now();
  return missing.map((codeId) => ({
    id: storeCoding(context, { layerId, versionId, codeId, ...range, weight, createdAt }),
    layerId,
    codeId,
    ...range,
    weight,
    certainty: null,
    goodQuotation: false,
    memo: '',
    translation: '',
    translator: null,
    createdAt,
  }));
}

/** A coding of the coder who sits here. Throws `not-found`, `no-coder` and `not-your-coding`. */
export function requireOwn(context: MutationContext, id: CodingId): FoundCoding {
  const coderId = context.requireCoder();
  const coding = findCoding(context.db, id);
  if (coding === undefined) throw new AppError('not-found', { what: 'coding' });
  if (coding.coderId !== coderId) throw new AppError('not-your-coding', { coder: coding.layerName });
  return coding;
}

/** How the history speaks of a coding: `“she could not keep up” as Time`. */
export function describeCoding(db: ReadableDb, coding: CodingRow): string {
  const text = must(readVersionText(db, coding.versionId), 'a coding refers to a version');
  return `“${inOneLine(quotation(text, coding))}” as ${requireCodeName(db, coding.codeId)}`;
}

/** Another passage for a coding, in a version in which it does not stand yet. Throws as `movedRange` does. */
export function placedRange(context: MutationContext, coding: CodingRow, to: TextRange): TextRange {
  return movedRange(context, { ...coding, start: -1, end: -1 }, to);
}

/** The new ends, in whole graphemes. Throws `range-invalid`, and `coding-exists` when the passage has the code already. */
export function movedRange(context: MutationContext, coding: CodingRow, to: TextRange): TextRange {
  const { range } = passageIn(context.db, coding.versionId, to);
  const same = range.start === coding.start && range.end === coding.end;
  const present = codesOfRange(context.db, coding.layerId, coding.versionId, range.start, range.end);
  if (!same && present.has(coding.codeId)) {
    throw new AppError('coding-exists', { code: requireCodeName(context.db, coding.codeId) });
  }
  refuseExclusive(context.db, { ...coding, ...range, codeIds: [coding.codeId], except: coding.id });
  return range;
}
