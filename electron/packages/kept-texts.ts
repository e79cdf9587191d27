import { AppError } from '#shared/contract/errors.ts';
import type { CorrectionOutcome } from '#shared/corrections/corrections-contract.ts';
import type { CoderId, KeptId } from '#shared/ids.ts';
import type { KeptText } from '#shared/packages/packages-contract.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { storeCorrection } from '#electron/corrections/correct-transcript.ts';
import { newestVersion } from '#electron/corrections/corrections-sql.ts';
import { previewCorrection } from '#electron/corrections/touched-codings.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findTranscript } from '#electron/transcripts/transcripts-sql.ts';
import { readContent, refersTo } from './kept-content.ts';
import { findKept, listKept, settleKept } from './kept-sql.ts';
import { settlerOf, transcriptOfKept } from './kept-rows.ts';
import { insertRow, nextId, uidOfRow } from './merge-sql.ts';
import { WaitingRows } from './place-kept.ts';
import { StudyRows } from './study-rows.ts';
import { readShapes } from './table-shapes.ts';

/** What taking over their text would do to the codings here. */
export function previewKeptText(
  db: ReadableDb,
  coderId: CoderId | null,
  id: KeptId,
): CorrectionOutcome & KeptText {
  const { from, text, transcriptId, title } = keptText(db, id);
  const anchors = Anchors.between(from.text, text);
  const outcome = previewCorrection(db, coderId, { transcriptId, transcriptTitle: title }, from, anchors);
  return { ...outcome, transcriptId, title, ours: from.text, theirs: text };
}

/**
 * Their text becomes the newest version of ours: every coding here follows it, and what came from them and did not find
 * its passage in our text finds it now.
 */
export function takeKeptText(context: MutationContext, id: KeptId): void {
  const { db } = context;
  const { kept, from, text, transcriptId, title } = keptText(db, id);
  if (kept.outcome !== null || from.text === text) throw new AppError('nothing-corrected', { title });
  context.label(`Take over the text of “${title}” from ${kept.fromName}`);
  const { versionId } = storeCorrection(context, {
    transcriptId,
    from,
    anchors: Anchors.between(from.text, text),
    kind: 'imported again',
    reason: `From ${kept.fromName}`,
  });
  context.label(`Take over the text of “${title}” from ${kept.fromName}`);
  const settled = { by: settlerOf(context), at: context.now() };
  settleKept(db, id, 'theirs', settled.by, settled.at);
  insertRow(db, 'merge_alias', {
    id: nextId(db, 'merge_alias'),
    uid: kept.rowKey,
    table_name: 'transcript_version',
    same_as: uidOfRow(db, 'transcript_version', versionId),
  });
  const waiting = new WaitingRows(db, settled);
  for (const row of listKept(db)) {
    const content = readContent(row.content);
    const { start, end } = content;
    if (row.reason !== 'not placed' || row.outcome !== null) continue;
    if (refersTo(content['version_id']) !== kept.rowKey) continue;
    if (typeof content['quotation'] === 'string')
      waiting.put(row, { versionId, start: Number(start), end: Number(end) });
    // Turns and sections are those of ours, which followed.
    else settleKept(db, row.id, 'ours', settled.by, settled.at);
  }
  waiting.putFollowing();
}

function keptText(db: ReadableDb, id: KeptId) {
  const kept = findKept(db, id);
  if (kept?.table !== 'transcript_version' || kept.reason !== 'not placed')
    throw new AppError('not-found', { what: 'alternative' });
  const study = new StudyRows(db, readShapes(db));
  const transcriptId = transcriptOfKept(study, readContent(kept.content));
  const from = transcriptId === null ? undefined : newestVersion(db, transcriptId);
  if (transcriptId === null || from === undefined)
    throw new AppError('kept-not-placed', { label: kept.label });
  const title = findTranscript(db, transcriptId)?.title ?? '';
  const { text } = readContent(kept.content);
  return { kept, from, title, transcriptId, text: typeof text === 'string' ? text : '' };
}
