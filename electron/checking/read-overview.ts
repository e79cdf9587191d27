import { isOpen, latestVerdicts } from '#shared/checking/cell-state.ts';
import type { CheckerProgress, CheckOverview, OpenDifference } from '#shared/checking/checking-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { namesOfCells } from './cell-names-sql.ts';
import { readCheckedMatrix, type CheckedCell } from './read-checking.ts';

/** n of m cells checked, by whom, and what is open. */
export function readOverview(db: ReadableDb, matrixId: MatrixId): CheckOverview {
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
    };
    checkers.set(checkerId, known);
    return known;
  };
  for (const { assignments, checks } of claims) {
    const latest = latestVerdicts(checks);
    const asked = new Map([...assignments, ...latest].map(({ checkerId, checker }) => [checkerId, checker]));
    for (const [checkerId, checker] of asked) of(checkerId, checker).assigned += 1;
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
