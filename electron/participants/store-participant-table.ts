import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type { AttributeType } from '#shared/participants/participants-contract.ts';
import type { ParticipantRow } from '#shared/participants/participant-rows.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import {
  attributeNamed,
  insertAttribute,
  insertParticipant,
  participantWithCode,
  updateAttribute,
  upsertValue,
  valueOf,
} from './participants-sql.ts';

import { siteCodeOf } from './study-records-sql.ts';
import { placeAtSite } from './study-records.ts';

export interface ParticipantTableToStore {
  /** Only these columns are taken; an attribute of that name is used if there is one, and gets this type. */
  readonly columns: readonly { readonly name: string; readonly type: AttributeType }[];
  readonly rows: readonly Pick<ParticipantRow, 'code' | 'values'>[];
  /** The column that names the site. */
  readonly siteColumn?: string | null;
  /** A value that is there already stays as it is. */
  readonly keepsValues?: boolean;
}

export interface StoredParticipantTable {
  readonly added: number;
  /** Participants who were there already and got at least one new value. */
  readonly updated: number;
  /** New attributes. */
  readonly attributes: number;
  /** Values that differ from those that are there, and were not taken. */
  readonly kept: number;
  readonly participants: ReadonlyMap<string, ParticipantId>;
}

/**
 * Stores participants with their attributes, inside the mutation that calls it: the import of a table, the builder of the
 * sample study and the bench all store through here. A value that is not in the table is left as it was.
 */
export function storeParticipantTable(
  context: MutationContext,
  { columns, rows, siteColumn = null, keepsValues = false }: ParticipantTableToStore,
): StoredParticipantTable {
  let attributes = 0;
  const ids = new Map<string, AttributeId>();
  for (const { name, type } of columns) {
    const { id, isNew } = storeAttribute(context, name, type);
    ids.set(name, id);
    if (isNew) attributes += 1;
  }
  let added = 0;
  let updated = 0;
  let kept = 0;
  const participants = new Map<string, ParticipantId>();
  for (const { code, values } of rows) {
    const known = participantWithCode(context.db, code);
    const id = known ?? insertParticipant(context.db, context.newUid(), code);
    participants.set(code, id);
    let changed = false;
    for (const [name, value] of values) {
      const attributeId = ids.get(name);
      if (attributeId === undefined) continue;
      const before = keepsValues ? valueOf(context.db, id, attributeId) : undefined;
      if (before === undefined) changed = upsertValue(context.db, id, attributeId, value) || changed;
      else if (before !== value) kept += 1;
    }
    const site = siteColumn === null ? undefined : values.get(siteColumn);
    if (site !== undefined) {
      const before = siteCodeOf(context.db, id);
      if (before === null || !keepsValues) {
        changed = before?.toLowerCase() !== site.toLowerCase() || changed;
        placeAtSite(context, id, site);
      } else if (before.toLowerCase() !== site.toLowerCase()) kept += 1;
    }
    if (known === undefined) added += 1;
    else if (changed) updated += 1;
  }
  return { added, updated, attributes, kept, participants };
}

function storeAttribute(
  context: MutationContext,
  name: string,
  type: AttributeType,
): { readonly id: AttributeId; readonly isNew: boolean } {
  const known = attributeNamed(context.db, name);
  if (known === undefined)
    return { id: insertAttribute(context.db, context.newUid(), name, type), isNew: true };
  if (known.type !== type) updateAttribute(context.db, known.id, known.name, type);
  return { id: known.id, isNew: false };
}
