import { VERDICTS_PART, verdictsPart, type VerdictsPart } from '#shared/checking/check-item.ts';
import type { checkingContract, ReturnedVerdict, ReturnPreview } from '#shared/checking/checking-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId, CoderId } from '#shared/ids.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readPackage } from '#electron/packages/package-file.ts';
import { addCoder } from '#electron/project/coders.ts';
import { cellsByIds, inputHashesOf, type CellBasis } from './basis-sql.ts';
import { cellIdOf } from './cell-names-sql.ts';
import { changedSince } from './changed-since.ts';
import {
  checkByUid,
  checksOfCells,
  insertCheck,
  updateClaimOf,
  updateOwn,
  updateVerdict,
  type CheckRecord,
} from './checks-sql.ts';
import { coderBy, studyOf } from './package-sql.ts';
import { claimHashes, requireClaim } from './read-checking.ts';

export type Returned = VerdictsPart['verdicts'][number];

/** The verdicts in a file, of this study. Throws what `readPackage` does, and `package-other-study`. */
export async function readVerdicts(
  source: StoredFile,
  passphrase: string | null,
  db: ReadableDb,
): Promise<VerdictsPart> {
  const { manifest, parts } = await readPackage(source, { kinds: ['checked'], passphrase });
  if (manifest.study.uid !== studyOf(db)?.uid)
    throw new AppError('package-other-study', { name: source.name, title: manifest.study.title });
  try {
    return verdictsPart.parse(JSON.parse(Buffer.from(parts.get(VERDICTS_PART) ?? []).toString('utf8')));
  } catch (error) {
    throw new AppError(
      'package-damaged',
      { name: source.name, message: 'The verdicts in it cannot be read.' },
      { cause: error },
    );
  }
}

interface Judged {
  readonly said: Returned;
  readonly outcome: ReturnedVerdict['outcome'];
  readonly cell: CellBasis | undefined;
  readonly before: CheckRecord | undefined;
}

/** What each verdict would do; nothing is written. */
export function judgeReturn(db: ReadableDb, { checker, verdicts }: VerdictsPart): readonly Judged[] {
  const coder = coderBy(db, checker.uid, checker.name);
  const ids = new Map(
    verdicts.flatMap(({ cellUid }) => {
      const id = cellIdOf(db, cellUid);
      return id === undefined ? [] : [[cellUid, id] as const];
    }),
  );
  const cells = new Map(cellsByIds(db, [...ids.values()]).map((cell) => [cell.cellId, cell]));
  const hashes = {
    claims: claimHashes(db, [...ids.values()]),
    inputs: inputHashesOf(db, [...ids.values()]),
  };
  const checks = checksOfCells(db, [...ids.values()]);
  return verdicts.map((said): Judged => {
    const id = ids.get(said.cellUid);
    const cell = id === undefined ? undefined : cells.get(id);
    const named = checkByUid(db, said.uid);
    // A further verdict after an answer was kept as a check of its own, which has another name here.
    const before =
      named === undefined || id === undefined || isSame(named, said)
        ? named
        : (furtherChecks(checks, named, id).find((check) => isSame(check, said)) ?? named);
    return { said, cell, before, outcome: outcomeOf(said, cell, before, hashes, coder?.id ?? null) };
  });
}

function furtherChecks(
  checks: readonly CheckRecord[],
  { id, checkerId }: CheckRecord,
  cellId: CellId,
): readonly CheckRecord[] {
  return checks.filter((check) => check.cellId === cellId && check.checkerId === checkerId && check.id > id);
}

/** What cells claim now, and what they rest on. */
interface Hashes {
  readonly claims: ReadonlyMap<CellId, string>;
  readonly inputs: ReadonlyMap<CellId, string>;
}

function outcomeOf(
  said: Returned,
  cell: CellBasis | undefined,
  before: CheckRecord | undefined,
  { claims, inputs }: Hashes,
  coderId: number | null,
): ReturnedVerdict['outcome'] {
  if (cell === undefined) return 'cell gone';
  // An own view whose verdict is here already came a second time.
  if (before !== undefined && (isSame(before, said) || (said.verdict === null && before.verdict !== null)))
    return 'there';
  if (coderId !== null && cell.authorId === coderId) return 'own cell';
  if (before !== undefined && (before.answeredAt !== null || before.resolvedAt !== null)) return 'answered';
  // An own view was written before any claim was seen: it is about what the claim rests on.
  const isSameClaim = said.claimHash === null || claims.get(cell.cellId) === said.claimHash;
  if (!isSameClaim || (inputs.get(cell.cellId) ?? '') !== said.inputHash) return 'cell changed';
  return before === undefined || before.verdict === null ? 'new' : 'changed verdict';
}

function isSame(before: CheckRecord, said: Returned): boolean {
  return (
    before.verdict === said.verdict &&
    before.note === said.note &&
    before.ownSummary === said.ownSummary &&
    before.ownRating === said.ownRating
  );
}

export function previewOf(db: ReadableDb, part: VerdictsPart, judged: readonly Judged[]): ReturnPreview {
  return {
    checker: part.checker.name,
    isNewCoder: coderBy(db, part.checker.uid, part.checker.name) === undefined,
    matrixId: judged.find(({ cell }) => cell !== undefined)?.cell?.matrixId ?? null,
    verdicts: judged.map(({ said, outcome, cell }) => ({
      uid: said.uid,
      cell: said.cell,
      verdict: said.verdict,
      note: said.note,
      ownSummary: said.ownSummary,
      ownRating: said.ownRating,
      outcome,
      since: outcome === 'cell changed' && cell !== undefined ? changedSince(db, cell, said) : null,
    })),
  };
}

/**
 * All that can be read, in the one step of undo of the mutation that calls it. Of verdicts on cells that changed meanwhile
 * those of `earlier`: they keep the hashes of what they were given on, so the cell goes on waiting.
 */
export function storeReturn(
  context: MutationContext,
  part: VerdictsPart,
  { earlier }: Pick<ReturnInput, 'earlier'>,
): ReturnPreview {
  const { db } = context;
  const judged = judgeReturn(db, part);
  // It quotes fragments: not those that this person does not see.
  const preview = previewOf(context.visible, part, judged);
  const kept = new Set(earlier);
  const fit = judged.filter(
    ({ outcome, said }) =>
      outcome === 'new' ||
      outcome === 'changed verdict' ||
      outcome === 'answered' ||
      (outcome === 'cell changed' && kept.has(said.uid)),
  );
  if (fit.length === 0) return preview;
  const { checker } = part;
  const coder = coderBy(db, checker.uid, checker.name) ?? addCoder(context, checker.name);
  for (const one of fit) store(context, one, coder.id);
  const what = fit.every(({ said }) => said.verdict === null)
    ? ['own view', 'own views']
    : ['verdict', 'verdicts'];
  context.label(
    fit.length === 1
      ? `Read a ${what[0]} of ${coder.name}`
      : `Read ${fit.length} ${what[1]} of ${coder.name}`,
  );
  return preview;
}

function store(
  { db, newUid }: MutationContext,
  { said, cell, before, outcome }: Judged,
  checkerId: CoderId,
): void {
  if (cell === undefined) return;
  const claim =
    said.claimHash ??
    (outcome === 'new' ? (claimHashes(db, [cell.cellId]).get(cell.cellId) ?? '') : NO_CLAIM);
  // What an own view stands beside is what the author says now; a verdict was given on what was sent.
  const summary =
    said.claimHash === null && outcome === 'new' ? requireClaim(db, cell.cellId).summary : said.summary;
  if (before === undefined || outcome === 'answered') {
    const uid = before === undefined ? said.uid : newUid();
    insertCheck(db, { ...said, uid, claimHash: claim, summary, cellId: cell.cellId, checkerId });
    return;
  }
  updateOwn(db, before.id, said.ownSummary, said.ownRating, said.at);
  if (said.verdict === null) return;
  updateClaimOf(db, before.id, { claimHash: claim, inputHash: said.inputHash, summary });
  updateVerdict(db, before.id, said.verdict, said.note, said.at);
}

/** Of an own view on evidence that is another by now: it is about no claim that is there. */
const NO_CLAIM = '';

export type ReturnInput = InputOf<(typeof checkingContract)['readReturn']>;
