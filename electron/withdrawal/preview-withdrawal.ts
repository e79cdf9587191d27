import type { ParticipantId } from '#shared/ids.ts';
import type { WithdrawalPreview } from '#shared/withdrawal/withdrawal-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { textsToClean } from './clean-rows.ts';
import { planWithdrawal } from './plan-withdrawal.ts';
import { countSteps, memoTitles, rowsThere } from './withdrawal-sql.ts';
import { spokenTables } from './withdrawal-tables.ts';

export function previewWithdrawal(
  db: ReadableDb,
  participantId: ParticipantId,
): Omit<WithdrawalPreview, 'copies'> {
  const { code, gone, words } = planWithdrawal(db, participantId);
  const goes = new Map<string, number>();
  for (const [table, ids] of gone) goes.set(table, rowsThere(db, table, [...ids]));
  const cleaned = new Map<string, Set<number>>();
  for (const { table, id } of textsToClean(db, gone, words)) {
    const rows = cleaned.get(table) ?? new Set();
    cleaned.set(table, rows.add(id));
  }
  return {
    code,
    goes: counted(goes),
    cleaned: counted(new Map([...cleaned].map(([table, rows]) => [table, rows.size]))),
    memos: memoTitles(db, [...(gone.get('memo') ?? [])]),
    steps: countSteps(db, gone),
  };
}

/** In the order of the tables. Details of what is told anyway are left out; what has no name of its own is “other”. */
function counted(rows: ReadonlyMap<string, number>): readonly string[] {
  return Object.entries(spokenTables).flatMap(([table, [one, many]]) => {
    const count = rows.get(table) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
}
