import type { CheckPart, PastCheck } from '#shared/checking/check-item.ts';
import { isOpen, latestVerdicts } from '#shared/checking/cell-state.ts';
import { must } from '#shared/assert.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { inputHashesOf } from './basis-sql.ts';
import { readCheckItems, withoutAuthor } from './check-items.ts';
import { owesOwn, undecidedOwn } from './give-verdicts.ts';
import { claimHashes, readCheckedMatrix, type CheckedCell } from './read-checking.ts';

/** What goes to a checker: cells that wait for a verdict, and differences that the author has answered. */
export function cellsForChecker(db: ReadableDb, matrixId: MatrixId, checkerId: CoderId): CheckPart['cells'] {
  const waiting = readCheckedMatrix(db, matrixId).filter((found) => waitsFor(found, checkerId));
  const ids = waiting.map(({ cell }) => cell.cellId);
  const hashes = claimHashes(db, ids);
  const inputs = inputHashesOf(db, ids);
  return readCheckItems(db, waiting, checkerId).map(({ item, found, detail }) => {
    const isBlind = owesOwn(found, checkerId);
    const own = undecidedOwn(found, checkerId);
    return {
      ...(isBlind ? withoutAuthor(item, detail) : item),
      inputHash: inputs.get(found.cell.cellId) ?? '',
      own: own === undefined ? null : { uid: own.uid, summary: own.ownSummary, rating: own.ownRating },
      // What was said before tells of the author's words too.
      past: isBlind ? [] : pastOf(found, checkerId),
      claim: isBlind
        ? null
        : {
            summary: detail.summary,
            rating: detail.rating,
            claimHash: must(hashes.get(found.cell.cellId), 'the cell was read just now'),
          },
    };
  });
}

function waitsFor(found: CheckedCell, checkerId: CoderId): boolean {
  const { cell, assignments, checks } = found;
  if (cell.isClaim === 0 || cell.authorId === checkerId) return false;
  if (isAnswered(found, checkerId)) return true;
  return (
    assignments.some((given) => given.checkerId === checkerId) &&
    !latestVerdicts(checks).some((check) => check.checkerId === checkerId)
  );
}

/** The author has answered the difference of this checker, and it is for the checker to say whether it is settled. */
export function isAnswered({ checks }: CheckedCell, checkerId: CoderId): boolean {
  const own = latestVerdicts(checks).find((check) => check.checkerId === checkerId);
  return own !== undefined && isOpen(own) && own.answer !== '';
}

/** What passed between this checker and the author; what other checkers said is not for them. */
function pastOf({ checks }: CheckedCell, checkerId: CoderId): PastCheck[] {
  return checks.flatMap((check): PastCheck[] => {
    if (check.checkerId !== checkerId || check.verdict === null) return [];
    const { verdict, note, at, summary, answer, answeredBy, answeredAt, isCurrent } = check;
    const { resolution, resolvedBy, resolvedAt } = check;
    return [
      {
        verdict,
        note,
        at,
        summary,
        answer,
        answeredBy,
        answeredAt,
        resolution,
        resolvedBy,
        resolvedAt,
        isCurrent,
      },
    ];
  });
}
