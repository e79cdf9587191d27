import type {
  CellCheck,
  CheckQueue,
  CellToCheck,
  checkingContract,
  SentPackage,
} from '#shared/checking/checking-contract.ts';
import { isOpen } from '#shared/checking/cell-state.ts';
import { checkPart, type CheckPart, type PastCheck } from '#shared/checking/check-item.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CheckId, CoderId } from '#shared/ids.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { hasOwn, requireNote } from './give-verdicts.ts';
import {
  findPackage,
  listPackageVerdicts,
  upsertPackageVerdict,
  type PackageRecord,
  type PackageVerdict,
} from './package-sql.ts';

type Contract = typeof checkingContract;

/** The project that a checker made of a check package: it holds the cells as they came, and the verdicts. */
export interface CheckerProject {
  readonly record: PackageRecord;
  readonly part: CheckPart;
  readonly verdicts: ReadonlyMap<string, PackageVerdict>;
}

/** Undefined in a study, which is nearly every project. */
export function findCheckerProject(db: ReadableDb): CheckerProject | undefined {
  const record = findPackage(db);
  if (record === undefined) return undefined;
  return {
    record,
    // Written by ourselves after it was parsed once.
    part: checkPart.parse(JSON.parse(record.content)),
    verdicts: new Map(listPackageVerdicts(db).map((verdict) => [verdict.cellUid, verdict])),
  };
}

export function queueOfPackage({ record, part, verdicts }: CheckerProject): CheckQueue {
  return {
    items: part.cells.map((cell) => ({
      cellUid: cell.cellUid,
      place: null,
      matrix: cell.matrix,
      column: cell.column,
      row: cell.row,
      author: cell.author,
      mode: cell.mode,
      task: 'check',
      isWithheld: cell.claim === null,
      isAgain: cell.past.some(({ isCurrent }) => !isCurrent) && !cell.past.some(({ isCurrent }) => isCurrent),
      isAnswered: cell.past.some(isAnswered),
      isStale: false,
      isDone: isDone(cell, verdicts.get(cell.cellUid)),
    })),
    package: sentPackageOf({ record, part, verdicts }),
  };
}

export function sentPackageOf({ record, part, verdicts }: CheckerProject): SentPackage {
  return {
    study: record.studyTitle,
    madeBy: record.madeBy,
    madeAt: record.madeAt,
    checker: part.checker.name,
    done: part.cells.filter((cell) => isDone(cell, verdicts.get(cell.cellUid))).length,
    cells: part.cells.length,
    withheld: part.cells.filter(({ claim }) => claim === null).length,
  };
}

type PackageCell = CheckPart['cells'][number];

function requireCell({ part }: CheckerProject, cellUid: string): PackageCell {
  const cell = part.cells.find((one) => one.cellUid === cellUid);
  if (cell === undefined) throw new AppError('not-found', { what: 'cell' });
  return cell;
}

/** All that the file asks for about this cell was given: a verdict, or an own view where there is no claim. */
export function isDone(cell: PackageCell, said: PackageVerdict | undefined): boolean {
  if (said === undefined) return false;
  return cell.claim === null ? hasOwn(said) : said.verdict !== null;
}

function isAnswered({ isCurrent, verdict, answer, resolvedAt }: PastCheck): boolean {
  return isCurrent && answer !== '' && isOpen({ verdict, isResolved: resolvedAt !== null });
}

/** In this file nobody can be asked by number: the check and its checker have none. */
const NO_CHECK = 0 as CheckId;
const NO_CODER = 0 as CoderId;

function shownPast(past: PastCheck, index: number): CellCheck {
  return {
    ...past,
    // Branded: only to tell the checks of one cell apart on the screen.
    id: (NO_CHECK - index - 1) as CheckId,
    checkerId: NO_CODER,
    checker: 'You',
    ownSummary: '',
    ownRating: null,
  };
}

export function cellOfPackage(project: CheckerProject, cellUid: string): CellToCheck {
  const cell = requireCell(project, cellUid);
  const said = project.verdicts.get(cellUid);
  const { claim, own: _own, inputHash: _inputs, past, ...item } = cell;
  return {
    ...item,
    place: null,
    isStale: false,
    claim: claim === null ? null : { summary: claim.summary, rating: claim.rating },
    isWithheld: claim === null,
    own: said === undefined || !hasOwn(said) ? null : { summary: said.ownSummary, rating: said.ownRating },
    verdict: said === undefined || said.verdict === null ? null : { verdict: said.verdict, note: said.note },
    checks: past.map(shownPast),
    refusal: null,
  };
}

export function writeOwnInPackage(
  context: MutationContext,
  project: CheckerProject,
  input: InputOf<Contract['writeOwn']>,
): void {
  const cell = requireCell(project, input.cellUid);
  // Written before the author's was seen, and not touched after.
  if (cell.claim !== null) throw new AppError('own-too-late', {});
  context.label(`Write an own view of ${cell.row} × ${cell.column}`);
  store(context, project, cell, { ownSummary: input.summary.trim(), ownRating: input.rating });
}

export function giveVerdictInPackage(
  context: MutationContext,
  project: CheckerProject,
  input: InputOf<Contract['giveVerdict']>,
): void {
  const cell = requireCell(project, input.cellUid);
  if (cell.claim === null) throw new AppError('claim-withheld', {});
  const note = requireNote(input);
  context.label(`Check ${cell.row} × ${cell.column}`);
  store(context, project, cell, { verdict: input.verdict, note });
}

function store(
  context: MutationContext,
  { verdicts }: CheckerProject,
  { cellUid }: PackageCell,
  said: Partial<PackageVerdict>,
): void {
  const before = verdicts.get(cellUid);
  upsertPackageVerdict(context.db, {
    uid: before?.uid ?? context.newUid(),
    cellUid,
    ownSummary: '',
    ownRating: null,
    verdict: null,
    note: '',
    ...before,
    ...said,
    at: context.now(),
  });
}
