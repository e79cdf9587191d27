import { latestVerdicts } from '#shared/checking/cell-state.ts';
import type { CellToCheck } from '#shared/checking/checking-contract.ts';
import type { CoderId } from '#shared/ids.ts';
import { must } from '#shared/assert.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readCheckItems, withoutAuthor } from './check-items.ts';
import { hasOwn, openLook, owesOwn, requireCellNamed } from './give-verdicts.ts';
import { shownCheck } from './read-checking.ts';

/**
 * A cell as its checker sees it: the evidence, and what the author wrote. While the checker is still to write their own,
 * the author's is not in the answer at all, nor what it was said to rest on.
 */
export function readCellToCheck(db: ReadableDb, cellUid: string, coderId: CoderId | null): CellToCheck {
  const found = requireCellNamed(db, cellUid);
  const { cell, state, checks } = found;
  const { item, detail } = must(readCheckItems(db, [found], coderId)[0], 'a cell that was found has a name');
  const isAuthor = coderId === cell.authorId;
  const isBlind = coderId !== null && !isAuthor && owesOwn(found, coderId);
  const own = checks.findLast((check) => check.checkerId === coderId && hasOwn(check));
  const hasDecided = latestVerdicts(checks).some((check) => check.checkerId === coderId);
  const look = coderId === null ? undefined : openLook(found, coderId);
  return {
    ...item,
    ...(isBlind ? withoutAuthor(item, detail) : {}),
    isWithheld: false,
    place: { matrixId: cell.matrixId, columnId: cell.columnId, rowKey: cell.rowKey },
    isStale: state === 'stale',
    claim: isBlind ? null : { summary: detail.summary, rating: detail.rating },
    own: own === undefined ? null : { summary: own.ownSummary, rating: own.ownRating },
    verdict: look === undefined || look.verdict === null ? null : { verdict: look.verdict, note: look.note },
    // A checker decides before reading what other checkers decided.
    checks: checks
      .filter((check) => isAuthor || hasDecided || (!isBlind && check.checkerId === coderId))
      .map(shownCheck),
    refusal: isAuthor ? 'author' : cell.isClaim === 0 ? 'no claim' : null,
  };
}
