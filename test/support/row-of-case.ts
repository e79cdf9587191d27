import type { Client } from '#shared/contract/api.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';

/** The row of a case, as the matrices of the study have it. */
export async function rowOfCase(api: Client, participantId: ParticipantId): Promise<RowKey> {
  for (const { id } of await api.matrices.list({})) {
    const { rows } = await api.matrices.get({ id });
    const row = rows.find((one) => one.participantId === participantId);
    if (row !== undefined) return row.key;
  }
  throw new Error(`no matrix has a row for case ${participantId}`);
}
