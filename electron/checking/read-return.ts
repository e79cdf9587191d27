import { VERDICTS_PART, verdictsPart, type VerdictsPart } from '#shared/checking/check-item.ts';
import type { checkingContract, ReturnedVerdict, ReturnPreview } from '#shared/checking/checking-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId } from '#shared/ids.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readPackage } from '#electron/packages/package-file.ts';
import { addCoder } from '#electron/project/coders.ts';
import { cellsByIds, inputHashesOf, type CellBasis } from './basis-sql.ts';
import { cellIdOf } from './cell-names-sql.ts';
import { checkByUid, insertCheck, updateOwn, updateVerdict, type CheckRecord } from './checks-sql.ts';
import { coderBy, studyOf } from './package-sql.ts';
import { claimHashes } from './read-checking.ts';

type Returned = VerdictsPart['verdicts'][number];

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
  return verdicts.map((said): Judged => {
    const id = ids.get(said.cellUid);
    const cell = id === undefined ? undefined : cells.get(id);
    const before = checkByUid(db, said.uid);
    return { said, cell, before, outcome: outcomeOf(said, cell, before, hashes, coder?.id ?? null) };
  });
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
  if (before !== undefined && isSame(before, said)) return 'there';
  if (coderId !== null && cell.authorId === coderId) return 'own cell';
  if (claims.get(cell.cellId) !== said.claimHash || (inputs.get(cell.cellId) ?? '') !== said.inputHash)
    return 'cell changed';
  if (before === undefined) return 'new';
  return before.answeredAt !== null || before.resolvedAt !== null ? 'answered' : 'changed verdict';
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
    verdicts: judged.map(({ said: { cell, verdict, note }, outcome }) => ({ cell, verdict, note, outcome })),
  };
}

/** All that can be read, in the one step of undo of the mutation that calls it. */
export function storeReturn(context: MutationContext, part: VerdictsPart): ReturnPreview {
  const { db } = context;
  const judged = judgeReturn(db, part);
  const preview = previewOf(db, part, judged);
  const fit = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'changed verdict');
  if (fit.length === 0) return preview;
  const { checker } = part;
  const coder = coderBy(db, checker.uid, checker.name) ?? addCoder(context, checker.name);
  for (const { said, cell, before } of fit) {
    if (cell === undefined) continue;
    if (before === undefined) insertCheck(db, { ...said, cellId: cell.cellId, checkerId: coder.id });
    else {
      updateOwn(db, before.id, said.ownSummary, said.ownRating, said.at);
      updateVerdict(db, before.id, said.verdict, said.note, said.at);
    }
  }
  context.label(
    fit.length === 1 ? `Read a verdict of ${coder.name}` : `Read ${fit.length} verdicts of ${coder.name}`,
  );
  return preview;
}

export type ReturnInput = InputOf<(typeof checkingContract)['readReturn']>;
