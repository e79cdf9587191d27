import type { MutationContext } from '#electron/core/handlers.ts';
import type { WritableDb } from '#electron/database/handles.ts';
import { deferReferences, insertRow, nextId, updateRow, type Row } from './merge-sql.ts';
import { placeOfKept } from './fit-row.ts';
import type { MergePlan, PlannedRow } from './merge-plan.ts';
import { labelOf, wordsOf } from './row-labels.ts';

/** Does what the plan says, inside the mutation that calls it. Nothing of ours is removed or written over unseen. */
export function applyMerge(
  context: Pick<MutationContext, 'db' | 'now' | 'newUid'>,
  plan: MergePlan,
  fromName: string,
): void {
  const { db } = context;
  deferReferences(db);
  for (const { shape, row } of changedInOrder(plan)) {
    if (row !== null) updateRow(db, shape.table, withOurs(plan, shape.table, shape.rule.ours ?? [], row));
  }
  for (const { shape, row, outcome } of plan.rows) {
    if (outcome === 'added' && row !== null) insertRow(db, shape.table, row);
  }
  remember(db, plan);
  keepBeside(context, plan, fromName);
}

/** Rows that change places first, each after the one whose place it takes. */
function changedInOrder({ rows, moves }: MergePlan): readonly PlannedRow[] {
  const changed = rows.filter(({ outcome }) => outcome === 'changed');
  const order = ({ shape, row }: PlannedRow): number => {
    const place = moves.get(shape.table)?.indexOf(row?.id ?? 0) ?? -1;
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  return changed.toSorted((a, b) => order(a) - order(b));
}

/** The row with the columns that stay as they are here. */
function withOurs({ ours }: MergePlan, table: string, columns: readonly string[], row: Row): Row {
  const here = ours.get(table, row.id);
  return here === undefined
    ? row
    : { ...row, ...Object.fromEntries(columns.map((name) => [name, here[name] ?? null])) };
}

/** Under which other uids things came, and which states are past. */
function remember(db: WritableDb, { rows, ours }: MergePlan): void {
  const aliases = new Set(ours.rows('merge_alias').map((row) => row['uid']));
  const known = new Set(ours.rows('merge_known').map(placeOfKept));
  let aliasId = nextId(db, 'merge_alias');
  let knownId = nextId(db, 'merge_known');
  for (const { shape, key, known: states, alias } of rows) {
    if (alias !== null && !aliases.has(alias.uid)) {
      aliases.add(alias.uid);
      const row = { id: aliasId, uid: alias.uid, table_name: shape.table, same_as: alias.sameAs };
      insertRow(db, 'merge_alias', row);
      aliasId += 1;
    }
    for (const state of states) {
      const row = { id: knownId, table_name: shape.table, row_key: key, state };
      if (known.has(placeOfKept(row))) continue;
      known.add(placeOfKept(row));
      insertRow(db, 'merge_known', row);
      knownId += 1;
    }
  }
}

function keepBeside(
  { db, now, newUid }: Pick<MutationContext, 'db' | 'now' | 'newUid'>,
  { rows, ours, theirs }: MergePlan,
  fromName: string,
): void {
  const kept = new Set(ours.rows('merge_kept').map(placeOfKept));
  let id = nextId(db, 'merge_kept');
  for (const { shape, row, theirs: their, outcome, key, state } of rows) {
    if (outcome !== 'conflict' && outcome !== 'not placed') continue;
    const place = placeOfKept({ id, table_name: shape.table, row_key: key, state });
    // Two rows of theirs that say the same of one of ours.
    if (kept.has(place)) continue;
    kept.add(place);
    const content =
      row === null
        ? {
            ...theirs.contentOf(shape, their),
            ...(shape.rule.anchored === true ? { quotation: wordsOf(theirs, their) } : {}),
          }
        : ours.contentOf(shape, row);
    insertRow(db, 'merge_kept', {
      id,
      uid: newUid(),
      table_name: shape.table,
      row_key: key,
      state,
      reason: outcome,
      label: labelOf(theirs, shape, their),
      content: JSON.stringify(content),
      from_name: fromName,
      at: now(),
      outcome: null,
      settled_by: null,
      settled_at: null,
    });
    id += 1;
  }
}
