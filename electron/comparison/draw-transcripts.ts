import type { comparisonContract, SessionDraw } from '#shared/comparison/comparison-contract.ts';
import { stratifiedDraw } from '#shared/comparison/stratified-draw.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { TranscriptId } from '#shared/ids.ts';
import { newestTexts } from '#electron/agreement/agreement-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes } from '#electron/participants/participants-sql.ts';
import { discussedTranscripts } from './sessions-sql.ts';
import { valuesByTranscript } from './strata-sql.ts';

export function drawTranscripts(
  db: ReadableDb,
  { count, attributeId, seed }: InputOf<(typeof comparisonContract)['draw']>,
): { readonly transcriptIds: readonly TranscriptId[]; readonly draw: SessionDraw } {
  const attribute = attributeId === null ? null : listAttributes(db).find(({ id }) => id === attributeId);
  if (attribute === undefined) throw new AppError('not-found', { what: 'attribute' });
  const discussed = new Set(discussedTranscripts(db).map(({ transcriptId }) => transcriptId));
  const free = newestTexts(db)
    .map(({ transcriptId }) => transcriptId)
    .filter((id) => !discussed.has(id));
  const values = attribute === null ? new Map<TranscriptId, string>() : valuesByTranscript(db, attribute.id);
  return {
    transcriptIds: stratifiedDraw(free, (id) => values.get(id) ?? '', count, seed),
    draw: { count, seed, by: attribute?.name ?? null, from: free.length },
  };
}
