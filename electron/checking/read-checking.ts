import { AppError } from '#shared/contract/errors.ts';
import type { ChangedRow } from '#shared/contract/events.ts';
import type { CellId, MatrixId } from '#shared/ids.ts';
import {
  latestVerdicts,
  stateOfCell,
  type CellStateName,
  type CheckOutcome,
} from '#shared/checking/cell-state.ts';
import type { CellCheck, CellState, StatesNow } from '#shared/checking/checking-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { touchedRows } from '#electron/matrices/touched-rows.ts';
import {
  cellsByIds,
  cellsOfMatrix,
  cellsOfRows,
  claimsOfCells,
  evidenceNames,
  inputHashesOf,
  stancesOfMatrix,
  type CellBasis,
  type ClaimRecord,
} from './basis-sql.ts';
import {
  assignmentsOfCells,
  assignmentsOfMatrix,
  checksOfCells,
  checksOfMatrix,
  type AssignmentRecord,
  type CheckRecord,
} from './checks-sql.ts';
import { frameOfClaims } from './cell-scope-of.ts';
import { claimHash } from './fingerprint.ts';
import { staleCells } from './stale-cells.ts';

/** A cell with everything that was decided about it. */
export interface CheckedCell {
  readonly cell: CellBasis;
  readonly state: CellStateName;
  readonly isStale: boolean;
  /** Oldest first. */
  readonly checks: readonly JudgedCheck[];
  readonly assignments: readonly AssignmentRecord[];
}

export type JudgedCheck = CheckRecord & CheckOutcome;

/** Every cell of a matrix that holds something, with its state. In a bounded number of statements, whatever the size. */
export function readCheckedMatrix(db: ReadableDb, matrixId: MatrixId): readonly CheckedCell[] {
  return judgeCells(db, cellsOfMatrix(db, matrixId), {
    checks: checksOfMatrix(db, matrixId),
    assignments: assignmentsOfMatrix(db, matrixId),
  });
}

/** Cells of one matrix. */
export function readCheckedCells(db: ReadableDb, ids: readonly CellId[]): readonly CheckedCell[] {
  return judgeCells(db, cellsByIds(db, ids), {
    checks: checksOfCells(db, ids),
    assignments: assignmentsOfCells(db, ids),
  });
}

/** Throws `not-found`. */
export function requireCheckedCell(db: ReadableDb, id: CellId): CheckedCell {
  const [found] = readCheckedCells(db, [id]);
  if (found === undefined) throw new AppError('not-found', { what: 'cell' });
  return found;
}

/** What a cell says. Throws `not-found`. */
export function requireClaim(db: ReadableDb, id: CellId): ClaimRecord {
  const [found] = claimsOfCells(db, [id]);
  if (found === undefined) throw new AppError('not-found', { what: 'cell' });
  return found;
}

interface Said {
  readonly checks: readonly CheckRecord[];
  readonly assignments: readonly AssignmentRecord[];
}

function judgeCells(db: ReadableDb, cells: readonly CellBasis[], said: Said): readonly CheckedCell[] {
  const { stale, fragments } = staleCells(db, cells);
  const checksOf = Map.groupBy(said.checks, ({ cellId }) => cellId);
  const assignmentsOf = Map.groupBy(said.assignments, ({ cellId }) => cellId);
  const checked = [...checksOf.keys()];
  const claimNow = claimHashes(db, checked);
  const inputsNow = inputHashesOf(db, checked);
  return cells.map((cell): CheckedCell => {
    const { cellId } = cell;
    const checks =
      checksOf
        .get(cellId)
        ?.map((check) => judged(check, claimNow.get(cellId) ?? '', inputsNow.get(cellId) ?? '')) ?? NONE;
    const isStale = stale.has(cellId);
    return {
      cell,
      isStale,
      checks,
      assignments: assignmentsOf.get(cellId) ?? NONE,
      state: stateOfCell({
        hasClaim: cell.isClaim === 1,
        mark: cell.mark,
        fragments: fragments.get(cellId) ?? 0,
        isStale,
        checks,
      }),
    };
  });
}

/** Nearly all cells of a large matrix have none: they share it. */
const NONE: readonly never[] = [];

/** What cells claim now, as checks keep it. */
export function claimHashes(db: ReadableDb, ids: readonly CellId[]): ReadonlyMap<CellId, string> {
  const evidenceOf = Map.groupBy(evidenceNames(db, ids), ({ cellId }) => cellId);
  return new Map(
    claimsOfCells(db, ids).map((claim) => [
      claim.cellId,
      claimHash(claim, evidenceOf.get(claim.cellId) ?? []),
    ]),
  );
}

/** A verdict holds for the claim that it was given on, resting on the inputs that somebody stood by then. */
function judged(check: CheckRecord, claim: string, inputs: string): JudgedCheck {
  return {
    ...check,
    isResolved: check.resolvedAt !== null,
    isCurrent: check.claimHash === claim && check.inputHash === inputs,
  };
}

const UNSAID: Readonly<Record<string, number>> = {};

/** The states of a matrix, as the screen and the exports show them. */
export function readStates(db: ReadableDb, matrixId: MatrixId): readonly CellState[] {
  return shownStates(readCheckedMatrix(db, matrixId), stancesOfMatrix(db, matrixId));
}

/** The states of the rows in which changes can show; null when those of the whole matrix must be read again. */
export function readStatesAfter(
  db: ReadableDb,
  matrixId: MatrixId,
  changes: readonly ChangedRow[],
): StatesNow | null {
  const touched = touchedRows(db, frameOfClaims(db, matrixId), changes);
  if (touched === null) return null;
  const ids = cellsOfRows(db, matrixId, touched);
  return {
    rowKeys: [...touched],
    states: shownStates(readCheckedCells(db, ids), stancesOfMatrix(db, matrixId, ids)),
  };
}

function shownStates(
  cells: readonly CheckedCell[],
  stancesOf: ReturnType<typeof stancesOfMatrix>,
): readonly CellState[] {
  const stances = new Map<CellId, Record<string, number>>();
  for (const { cellId, stance, count } of stancesOf) {
    const known = stances.get(cellId) ?? {};
    known[stance] = count;
    stances.set(cellId, known);
  }
  return cells.map(({ cell, state, checks, assignments }): CellState => {
    const counts = stances.get(cell.cellId) ?? UNSAID;
    const latest = latestVerdicts(checks);
    return {
      cellId: cell.cellId,
      columnId: cell.columnId,
      rowKey: cell.rowKey,
      state,
      mark: cell.mark,
      supports: counts['supports'] ?? 0,
      qualifies: counts['qualifies'] ?? 0,
      contradicts: counts['contradicts'] ?? 0,
      checkers:
        assignments.length + checks.length === 0
          ? NONE
          : [...new Set([...assignments, ...checks].map(({ checker }) => checker))],
      verdicts: latest.length === 0 ? NONE : latest.flatMap(({ verdict }) => verdict ?? []),
    };
  });
}

/** A check as screens and exports show it. */
export function shownCheck(check: JudgedCheck): CellCheck {
  const { uid: _uid, cellId: _cell, claimHash: _claim, inputHash: _input, isResolved: _, ...shown } = check;
  return shown;
}
