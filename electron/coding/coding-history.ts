import type { CodingFieldChange, CodingHistoryEntry } from '#shared/coding/coding-contract.ts';
import type { CodingId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { changesOfRow, type RowChange } from '#electron/history/history-sql.ts';

type Row = Readonly<Record<string, string | number | null>>;

const COLUMN_OF = {
  codeId: 'code_id',
  start: 'start',
  end: 'end',
  weight: 'weight',
  certainty: 'certainty',
  goodQuotation: 'good_quotation',
  memo: 'memo',
  translation: 'translation',
} as const satisfies Record<CodingFieldChange['field'], string>;

/** More than a coding ever gets; a bound all the same. */
const MOST_CHANGES = 1000;

/** One entry for each step, in the order in which they were done: typing, and merging, change a row several times. */
export function readCodingHistory(db: ReadableDb, id: CodingId): readonly CodingHistoryEntry[] {
  const steps = new Map<number, { readonly change: RowChange; before: Row | null; after: Row | null }>();
  for (const change of changesOfRow(db, 'coding', id, MOST_CHANGES)) {
    const after = parseRow(change.row_after);
    const step = steps.get(change.groupId);
    if (step === undefined) steps.set(change.groupId, { change, before: parseRow(change.row_before), after });
    else step.after = after;
  }
  return [...steps.values()].map(({ change: { groupId, at, coderName, label, state }, before, after }) => ({
    groupId,
    at,
    coderName,
    label,
    state,
    kind: before === null ? 'made' : after === null ? 'removed' : 'changed',
    fields: before === null || after === null ? [] : changedFields(before, after),
  }));
}

function changedFields(before: Row, after: Row): readonly CodingFieldChange[] {
  return Object.entries(COLUMN_OF)
    .map(([field, column]) => ({
      // The keys of COLUMN_OF are the fields: Object.entries forgets it.
      field: field as CodingFieldChange['field'],
      before: before[column] ?? null,
      after: after[column] ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

function parseRow(json: string | null): Row | null {
  // The journal's rows are objects of numbers and texts (history/journal-triggers.ts).
  return json === null ? null : (JSON.parse(json) as Row);
}
