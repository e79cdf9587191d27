import type { CountedCode } from '#shared/codebook/codebook-contract.ts';
import { inTreeOrder } from '#shared/codebook/code-tree.ts';
import type { CodeId, CoderId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listExamples, listLinks } from './code-guidance-sql.ts';
import { countCodings, listCodes, listCues } from './codebook-sql.ts';

/** Five queries, whatever the number of codes and codings. */
export function listCodebook(db: ReadableDb, coderId: CoderId | null): CountedCode[] {
  const cues = Map.groupBy(listCues(db), ({ codeId }) => codeId);
  const counts = new Map(countCodings(db, coderId).map((count) => [count.codeId, count]));
  const examples = Map.groupBy(listExamples(db), ({ codeId }) => codeId);
  const links = linksByCode(db);
  return inTreeOrder(listCodes(db)).map((code) => {
    const own = cues.get(code.id) ?? [];
    return {
      ...code,
      cues: own.map(({ phrase }) => phrase),
      cueLanguages: Object.fromEntries(
        own.filter(({ language }) => language !== '').map(({ phrase, language }) => [phrase, language]),
      ),
      seeAlso: links.get(code.id) ?? [],
      examples: (examples.get(code.id) ?? []).map(({ codeId: _codeId, ...example }) => example),
      ownCodings: counts.get(code.id)?.ownCodings ?? 0,
      codings: counts.get(code.id)?.codings ?? 0,
    };
  });
}

function linksByCode(db: ReadableDb): ReadonlyMap<CodeId, CodeId[]> {
  const links = new Map<CodeId, CodeId[]>();
  for (const { codeId, otherId } of listLinks(db)) {
    links.set(codeId, [...(links.get(codeId) ?? []), otherId]);
    links.set(otherId, [...(links.get(otherId) ?? []), codeId]);
  }
  return links;
}
