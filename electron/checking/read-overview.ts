import { isOpen, latestVerdicts } from '#shared/checking/cell-state.ts';
import type {
  CheckerProgress,
  CheckOverview,
  OpenDifference,
  OwnBesideClaim,
} from '#shared/checking/checking-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { claimsOfCells } from './basis-sql.ts';
import { namesOfCells } from './cell-names-sql.ts';
import { owesOwn, undecidedOwn } from './give-verdicts.ts';
import { isAnswered } from './package-cells.ts';
import { readCheckedMatrix, type CheckedCell } from './read-checking.ts';

/** n of m cells checked, by whom, and what is open. */
export function readOverview(db: ReadableDb, matrixId: MatrixId, coderId: CoderId | null): CheckOverview {
  const claims = readCheckedMatrix(db, matrixId).filter(({ cell }) => cell.isClaim === 1);
  const inState = (state: CheckedCell['state']): number =>
    claims.filter((found) => found.state === state).length;
  return {
    claims: claims.length,
    checked: inState('checked'),
    disputed: inState('disputed'),
    stale: inState('stale'),
    draft: inState('draft'),
    ready: inState('ready'),
    unassigned: claims.filter(
      ({ assignments, checks }) => assignments.length === 0 && latestVerdicts(checks).length === 0,
    ).length,
    checkers: progress(claims),
    differences: differences(db, claims),
    ownViews: ownViews(db, claims, coderId),
  };
}

function progress(claims: readonly CheckedCell[]): CheckerProgress[] {
  const checkers = new Map<CoderId, { -readonly [Key in keyof CheckerProgress]: CheckerProgress[Key] }>();
  const of = (checkerId: CoderId, checker: string) => {
    const known = checkers.get(checkerId) ?? {
      checkerId,
      checker,
      assigned: 0,
      checked: 0,
      agree: 0,
      minor: 0,
      major: 0,
      open: 0,
      owesOwn: 0,
      ownWritten: 0,
      answered: 0,
    };
    checkers.set(checkerId, known);
    return known;
  };
  for (const found of claims) {
    const { assignments, checks } = found;
    const latest = latestVerdicts(checks);
    const asked = new Map([...assignments, ...latest].map(({ checkerId, checker }) => [checkerId, checker]));
    for (const [checkerId, checker] of asked) {
      const row = of(checkerId, checker);
      row.assigned += 1;
      if (isAnswered(found, checkerId)) row.answered += 1;
      if (latest.some((check) => check.checkerId === checkerId)) continue;
      if (owesOwn(found, checkerId)) row.owesOwn += 1;
      else if (undecidedOwn(found, checkerId) !== undefined) row.ownWritten += 1;
    }
    for (const check of latest) {
      const row = of(check.checkerId, check.checker);
      row.checked += 1;
      if (check.verdict !== null) row[check.verdict] += 1;
      if (isOpen(check)) row.open += 1;
    }
  }
  return [...checkers.values()].toSorted((a, b) => a.checker.localeCompare(b.checker));
}

function differences(db: ReadableDb, claims: readonly CheckedCell[]): OpenDifference[] {
  const open = claims.flatMap(({ cell, checks }) =>
    latestVerdicts(checks)
      .filter(isOpen)
      .map((check) => ({ cell, check })),
  );
  const names = new Map(
    namesOfCells(
      db,
      open.map(({ cell }) => cell.cellId),
    ).map((name) => [name.cellId, `${name.row} × ${name.column}`]),
  );
  return open.flatMap(({ cell, check: { checker, verdict, note, answer } }) =>
    verdict === null
      ? []
      : [
          {
            cellId: cell.cellId,
            columnId: cell.columnId,
            rowKey: cell.rowKey,
            name: names.get(cell.cellId) ?? '',
            checker,
            verdict,
            note,
            answer,
          },
        ],
  );
}

/** Own views without a verdict, beside what the author says; not those of cells of which this coder writes first. */
function ownViews(db: ReadableDb, claims: readonly CheckedCell[], coderId: CoderId | null): OwnBesideClaim[] {
  const shown = claims.flatMap((found) => {
    if (coderId !== null && owesOwn(found, coderId)) return [];
    const checkers = new Set(found.checks.map(({ checkerId }) => checkerId));
    return [...checkers].flatMap((checkerId) => {
      const own = undecidedOwn(found, checkerId);
      return own === undefined ? [] : [{ cell: found.cell, own }];
    });
  });
  const ids = shown.map(({ cell }) => cell.cellId);
  const names = new Map(namesOfCells(db, ids).map((name) => [name.cellId, name]));
  const said = new Map(claimsOfCells(db, ids).map((claim) => [claim.cellId, claim]));
  return shown.map(({ cell, own }): OwnBesideClaim => {
    const name = names.get(cell.cellId);
    const claim = said.get(cell.cellId);
    return {
      columnId: cell.columnId,
      rowKey: cell.rowKey,
      name: name === undefined ? '' : `${name.row} × ${name.column}`,
      checkerId: own.checkerId,
      checker: own.checker,
      author: name?.author ?? null,
      summary: claim?.summary ?? '',
      rating: claim?.rating ?? null,
      ownSummary: own.ownSummary,
      ownRating: own.ownRating,
    };
  });
}
