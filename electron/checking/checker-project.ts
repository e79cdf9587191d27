import type {
  CheckQueue,
  CellToCheck,
  checkingContract,
  SentPackage,
} from '#shared/checking/checking-contract.ts';
import { checkPart, type CheckPart } from '#shared/checking/check-item.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { requireNote } from './give-verdicts.ts';
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
    items: part.cells.map(({ cellUid, matrix, column, row, author, mode }) => ({
      cellUid,
      place: null,
      matrix,
      column,
      row,
      author,
      mode,
      task: 'check',
      isAgain: false,
      isStale: false,
      isDone: (verdicts.get(cellUid)?.verdict ?? null) !== null,
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
    verdicts: [...verdicts.values()].filter(({ verdict }) => verdict !== null).length,
    cells: part.cells.length,
  };
}

type PackageCell = CheckPart['cells'][number];

function requireCell({ part }: CheckerProject, cellUid: string): PackageCell {
  const cell = part.cells.find((one) => one.cellUid === cellUid);
  if (cell === undefined) throw new AppError('not-found', { what: 'cell' });
  return cell;
}

function isBlind(cell: PackageCell, said: PackageVerdict | undefined): boolean {
  return cell.mode !== 'open' && (said === undefined || (said.ownSummary === '' && said.ownRating === null));
}

/** The author's words are in the file, and are not sent to the screen before the checker's own are on disk. */
export function cellOfPackage(project: CheckerProject, cellUid: string): CellToCheck {
  const cell = requireCell(project, cellUid);
  const said = project.verdicts.get(cellUid);
  const blind = isBlind(cell, said);
  const { claim, evidence, ...item } = cell;
  const hasOwn = said !== undefined && (said.ownSummary !== '' || said.ownRating !== null);
  return {
    ...item,
    evidence: blind ? evidence.map((one) => ({ ...one, stance: null })) : evidence,
    place: null,
    isStale: false,
    claim: blind ? null : { summary: claim.summary, rating: claim.rating },
    own: hasOwn ? { summary: said.ownSummary, rating: said.ownRating } : null,
    verdict: said === undefined || said.verdict === null ? null : { verdict: said.verdict, note: said.note },
    checks: [],
    refusal: null,
  };
}

export function writeOwnInPackage(
  context: MutationContext,
  project: CheckerProject,
  input: InputOf<Contract['writeOwn']>,
): void {
  const cell = requireCell(project, input.cellUid);
  context.label(`Write an own view of ${cell.row} × ${cell.column}`);
  store(context, project, cell, { ownSummary: input.summary.trim(), ownRating: input.rating });
}

export function giveVerdictInPackage(
  context: MutationContext,
  project: CheckerProject,
  input: InputOf<Contract['giveVerdict']>,
): void {
  const cell = requireCell(project, input.cellUid);
  if (isBlind(cell, project.verdicts.get(input.cellUid))) throw new AppError('own-first', {});
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
