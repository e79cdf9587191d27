import type { DomainConflicts } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId, CoderId } from '#shared/ids.ts';
import { quotation } from '#shared/text/text-range.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listDomains } from './code-guidance-sql.ts';
import { sourceOf } from './codings-to-review.ts';
import { overlapsBetween, type OverlapRow } from './domain-conflicts-sql.ts';

const MOST_LISTED = 200;

/** Passages that have two of these codes in one layer. */
export function conflictsWithin(
  db: ReadableDb,
  coderId: CoderId | null,
  codeIds: readonly CodeId[],
): DomainConflicts {
  const pairs = overlapsBetween(db, codeIds, codeIds);
  // Found from both sides; once is enough.
  return describe(
    db,
    coderId,
    pairs.filter(({ codeId, otherCodeId }) => codeId < otherCodeId),
  );
}

/** The domains that `into` gets from `id`, and what would break these and its own when the two are one. */
export function conflictsOfMerge(
  db: ReadableDb,
  coderId: CoderId | null,
  id: CodeId,
  into: CodeId,
): { readonly domains: readonly string[]; readonly conflicts: DomainConflicts } {
  const taken: string[] = [];
  const pairs: OverlapRow[] = [];
  for (const { name, codeIds } of listDomains(db)) {
    const [hasId, hasInto] = [codeIds.includes(id), codeIds.includes(into)];
    // With both in it, or neither, nothing is new: what breaks it then breaks it now.
    if (hasId === hasInto) continue;
    if (hasId) taken.push(name);
    const others = codeIds.filter((codeId) => codeId !== id && codeId !== into);
    pairs.push(...overlapsBetween(db, [hasId ? into : id], others));
  }
  return { domains: taken, conflicts: describe(db, coderId, pairs) };
}

function describe(db: ReadableDb, coderId: CoderId | null, pairs: readonly OverlapRow[]): DomainConflicts {
  const own = coderId === null ? [] : pairs.filter((pair) => pair.coderId === coderId);
  return {
    own: own.slice(0, MOST_LISTED).map((pair) => ({
      codingId: pair.codingId,
      codeId: pair.codeId,
      otherCodeId: pair.otherCodeId,
      transcriptId: pair.transcriptId,
      source: sourceOf(pair),
      quotation: quotation(readVersionText(db, pair.versionId) ?? '', pair),
    })),
    ownTotal: own.length,
    others: pairs.length - own.length,
  };
}
