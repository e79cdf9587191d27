import type { Verdict } from '#shared/checking/cell-state.ts';
import { must } from '#shared/assert.ts';
import type { CellId, CoderId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { evidenceNames, inputHashesOf } from '#electron/checking/basis-sql.ts';
import {
  insertCheck,
  updateAnswer,
  updateResolution,
  upsertAssignment,
} from '#electron/checking/checks-sql.ts';
import { claimHash } from '#electron/checking/fingerprint.ts';
import { requireClaim } from '#electron/checking/read-checking.ts';
import { standBehind } from '#electron/checking/stand-behind.ts';

/** A cell of the matrix of themes, by the case and the key of its theme. */
export interface SampleCell {
  readonly code: string;
  readonly theme: string;
  readonly cellId: CellId;
}

interface Difference {
  readonly code: string;
  readonly theme: string;
  readonly checker: 'B' | 'C';
  readonly verdict: Verdict;
  readonly note: string;
  readonly answer?: string;
  readonly resolution?: string;
}

/** What the two checkers differ about: read from the interviews and the summaries, as a co-author would. */
const DIFFERENCES: readonly Difference[] = [
  {
    code: 'T02',
    theme: 'reward',
    checker: 'B',
    verdict: 'minor',
    note: 'The applause is left out: “They clapped. It was nice, that.” He would not call it a reward, but he remembers the year.',
    answer: 'True. I kept to what he puts first himself, and the applause is not what he would come for.',
    resolution: 'Kept as it is: the column asks what would make him join.',
  },
  {
    code: 'T05',
    theme: 'cost',
    checker: 'C',
    verdict: 'major',
    note: '“A cover story” says more than she does: time is “a bit” what you say when you mean something else, after she has named the marking, the garden and a daughter of two. Time is a real cost here.',
  },
];

const CHECKED_BY_B = new Set(['T01', 'T02', 'T03', 'T04', 'T05', 'T06']);
const CHECKED_BY_C = new Set(['T05 cost', 'T05 reward', 'T05 symbolic', 'T06 cost']);
const WAITING_FOR_B = new Set(['T07', 'T08', 'T09']);
const READY = new Set([...CHECKED_BY_B, ...WAITING_FOR_B, 'T10', 'T11', 'T12']);

/**
 * How far a reciprocal check is a few weeks into it: A has declared half of the cases ready, B has read six of them, C a
 * few cells; one difference is settled and one is open. Who agreed with what is made up; the differences are real ones.
 */
export function storeChecks(
  context: MutationContext,
  cells: readonly SampleCell[],
  coders: ReadonlyMap<string, CoderId>,
): void {
  const author = context.requireCoder();
  const idsOf = (isWanted: (cell: SampleCell) => boolean): CellId[] =>
    cells.filter(isWanted).map(({ cellId }) => cellId);
  standBehind(
    context,
    idsOf(({ code }) => READY.has(code)),
    author,
    'ready',
  );
  standBehind(
    context,
    idsOf(({ code }) => !READY.has(code)),
    author,
    'draft',
  );
  const asked = {
    B: cells.filter(({ code }) => CHECKED_BY_B.has(code) || WAITING_FOR_B.has(code)),
    C: cells.filter(({ code, theme }) => CHECKED_BY_C.has(`${code} ${theme}`)),
  };
  for (const checker of ['B', 'C'] as const) {
    const checkerId = must(coders.get(checker), 'the sample has three coders');
    const inputs = inputHashesOf(
      context.db,
      asked[checker].map(({ cellId }) => cellId),
    );
    for (const cell of asked[checker]) {
      upsertAssignment(context.db, cell.cellId, checkerId, 'open', author, context.now());
      if (WAITING_FOR_B.has(cell.code)) continue;
      // The one that is open is C's: B has not come to it.
      if (checker === 'B' && cell.code === 'T05' && cell.theme === 'cost') continue;
      storeCheck(context, cell, { checker, checkerId, author, inputHash: inputs.get(cell.cellId) ?? '' });
    }
  }
}

interface Look {
  readonly checker: 'B' | 'C';
  readonly checkerId: CoderId;
  readonly author: CoderId;
  readonly inputHash: string;
}

function storeCheck(
  context: MutationContext,
  { code, theme, cellId }: SampleCell,
  { checker, checkerId, author, inputHash }: Look,
): void {
  const { db } = context;
  const at = context.now();
  const difference = DIFFERENCES.find(
    (one) => one.code === code && one.theme === theme && one.checker === checker,
  );
  const claim = requireClaim(db, cellId);
  const id = insertCheck(db, {
    uid: context.newUid(),
    cellId,
    checkerId,
    claimHash: claimHash(claim, evidenceNames(db, [cellId])),
    inputHash,
    summary: claim.summary,
    ownSummary: '',
    ownRating: null,
    verdict: difference?.verdict ?? 'agree',
    note: difference?.note ?? '',
    at,
  });
  if (difference?.answer !== undefined) updateAnswer(db, id, difference.answer, author, at);
  if (difference?.resolution !== undefined) updateResolution(db, id, difference.resolution, checkerId, at);
}
