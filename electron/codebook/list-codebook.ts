import type { Code } from '#shared/codebook/codebook-contract.ts';
import { inTreeOrder } from '#shared/codebook/code-tree.ts';
import type { CoderId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { countCodings, listCodes, listCues } from './codebook-sql.ts';

/** Three queries, whatever the number of codes and codings. */
export function listCodebook(db: ReadableDb, coderId: CoderId | null): Code[] {
  const cues = Map.groupBy(listCues(db), ({ codeId }) => codeId);
  const counts = new Map(countCodings(db, coderId).map((count) => [count.codeId, count]));
  return inTreeOrder(listCodes(db)).map((code) => ({
    ...code,
    cues: (cues.get(code.id) ?? []).map(({ phrase }) => phrase),
    ownCodings: counts.get(code.id)?.ownCodings ?? 0,
    codings: counts.get(code.id)?.codings ?? 0,
  }));
}
