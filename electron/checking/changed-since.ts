import { unpackInputs } from '#shared/checking/cell-inputs.ts';
import type { InputChange } from '#shared/checking/change-sentences.ts';
import type { ChangedSince } from '#shared/checking/checking-contract.ts';
import { compareInputs } from '#shared/checking/compare-inputs.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowsOnceThere } from '#electron/history/journal-rows.ts';
import { basisId, type CellBasis } from './basis-sql.ts';
import { gatherInputs } from './gather-inputs.ts';
import { requireClaim } from './read-checking.ts';
import type { Returned } from './read-return.ts';
import { onlySeen, surroundings } from './stale-cells.ts';
import { tellChanges } from './tell-changes.ts';

/** What is not as it was when a cell was sent to its checker, for the author who reads the verdict. */
export function changedSince(db: ReadableDb, cell: CellBasis, said: Returned): ChangedSince {
  const claim = requireClaim(db, cell.cellId);
  // Who wrote an own view first was sent no claim to compare.
  const isClaim = said.claimHash !== null;
  const summary =
    isClaim && said.summary !== claim.summary ? { before: said.summary, after: claim.summary } : null;
  const rating =
    isClaim && said.rating !== claim.rating ? { before: said.rating, after: claim.rating } : null;
  const inputs = inputsSince(db, cell, said.inputHash);
  return { summary, rating, inputs, other: summary === null && rating === null && inputs.length === 0 };
}

/** What the cell rested on then is in the journal: somebody stood by it, and stood by it anew later. */
function inputsSince(db: ReadableDb, cell: CellBasis, inputHash: string): readonly InputChange[] {
  const id = basisId(db, cell.cellId);
  if (id === undefined) return [];
  const kept = rowsOnceThere(db, 'cell_basis', id).find((row) => row['input_hash'] === inputHash);
  const packed = kept?.['inputs'];
  if (typeof packed !== 'string') return [];
  const whole = unpackInputs(packed);
  const then = onlySeen(db, new Map([[cell.cellId, whole]])).get(cell.cellId) ?? whole;
  const now = gatherInputs(db, surroundings(db, cell.matrixId), [cell], then.fragments).get(cell.cellId);
  return now === undefined ? [] : tellChanges(db, compareInputs(then, now), whole.codes);
}
