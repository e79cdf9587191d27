import { summarySentences } from '#shared/checking/sentence-links.ts';
import type { ReportedSentence } from '#shared/export/claims.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { fragmentsByIds } from '#electron/matrices/fragments-by-ids.ts';
import { sentenceLinks } from './claims-sql.ts';

/** The sentences of summaries with what each rests on; those that the summary no longer says are left out. */
export function readSentences(db: ReadableDb, matrixId: MatrixId): ReportedSentence[] {
  const links = sentenceLinks(db, matrixId);
  const codingIds = links.flatMap(({ codingId }) => (codingId === null ? [] : [codingId]));
  const fragments = new Map(fragmentsByIds(db, [...new Set(codingIds)]).map((one) => [one.id, one]));
  return links.flatMap(({ rowKey, columnId, summary, sentence, codingId, source }) => {
    const fragment = codingId === null ? undefined : fragments.get(codingId);
    const restsOn = fragment === undefined ? source : quoted(fragment);
    const isSaid = summarySentences(summary).some(({ text }) => text === sentence);
    return isSaid && restsOn !== null ? [{ rowKey, columnId, sentence, restsOn }] : [];
  });
}

function quoted({ quotation, transcriptTitle, turnNumber }: Fragment): string {
  return `“${quotation}” (${transcriptTitle}${turnNumber === null ? '' : `, turn ${turnNumber}`})`;
}
