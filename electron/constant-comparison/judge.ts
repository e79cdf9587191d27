import type { constantComparisonContract } from '#shared/constant-comparison/constant-comparison-contract.ts';
import {
  caseKeyOf,
  kindOfComparison,
  type Standing,
} from '#shared/constant-comparison/kind-of-comparison.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { AttributeId, CodeId, CodingId } from '#shared/ids.ts';
import type { ComparisonKind } from '#shared/memos/memos-contract.ts';
import { findCoding, nameOfCode, type CodingRow } from '#electron/coding/coding-sql.ts';
import { describeCoding } from '#electron/coding/own-codings.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  deleteComparison,
  insertComparison,
  standingOf,
  standingsOfOthers,
  type StandingRow,
} from './comparisons-sql.ts';

export interface Pair {
  readonly codeId: CodeId;
  readonly codingId: CodingId;
  readonly otherId: CodingId | null;
  readonly attributeId: AttributeId | null;
}

export function judge(
  context: MutationContext,
  { verdict, ...pair }: InputOf<(typeof constantComparisonContract)['judge']>,
): void {
  const { db } = context;
  const row = { ...pair, coderId: context.requireCoder() };
  const subject = requireCoding(db, pair.codingId);
  const against = pair.otherId === null ? nameOf(db, pair.codeId) : 'another fragment';
  if (pair.otherId !== null) requireOther(db, pair.codingId, pair.otherId);
  const said = describeCoding(db, subject);
  context.label(
    verdict === null ? `Take back a comparison of ${said}` : `${said} compared with ${against}: ${verdict}`,
  );
  deleteComparison(db, row);
  if (verdict === null) return;
  insertComparison(db, context.newUid(), row, { verdict, kind: kindOf(db, pair), at: context.now() });
}

/** What holding these against each other compares. */
export function kindOf(db: ReadableDb, { codingId, otherId, codeId, attributeId }: Pair): ComparisonKind {
  const others =
    otherId === null
      ? standingsOfOthers(db, codingId, codeId, attributeId)
      : [standingOf(db, otherId, attributeId)].filter((row) => row !== undefined);
  const subject = standingOf(db, codingId, attributeId);
  if (subject === undefined) throw new AppError('not-found', { what: 'coding' });
  return kindOfComparison(standing(subject), others.map(standing));
}

function standing(row: StandingRow): Standing {
  return { caseKey: caseKeyOf(row), group: row.group ?? '' };
}

export function requireCoding(db: ReadableDb, id: CodingId): CodingRow {
  const coding = findCoding(db, id);
  if (coding === undefined) throw new AppError('not-found', { what: 'coding' });
  return coding;
}

function requireOther(db: ReadableDb, codingId: CodingId, otherId: CodingId): void {
  requireCoding(db, otherId);
  if (otherId === codingId) {
    throw new AppError('bad-input', { problems: ['A fragment is compared with another one.'] });
  }
}

function nameOf(db: ReadableDb, codeId: CodeId): string {
  const name = nameOfCode(db, codeId);
  if (name === undefined) throw new AppError('not-found', { what: 'code' });
  return `the others of ${name}`;
}
