import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { correctionsContract } from '#shared/corrections/corrections-contract.ts';
import type { CodingId, TranscriptId } from '#shared/ids.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { areChangesOf, type TextChange } from '#shared/text/text-changes.ts';
import { findCoding, moveCoding, type FoundCoding } from '#electron/coding/coding-sql.ts';
import { describeCoding, placedRange, requireOwn } from '#electron/coding/own-codings.ts';
import { prepared, type HandlersOf, type MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { findTranscript, listSections, listTurns } from '#electron/transcripts/transcripts-sql.ts';
import { storeCorrection } from './correct-transcript.ts';
import {
  findVersion,
  listVersions,
  newestVersion,
  settleTouched,
  type VersionRow,
} from './corrections-sql.ts';
import { listTouched, previewCorrection } from './touched-codings.ts';

export const correctionsHandlers: HandlersOf<typeof correctionsContract> = {
  preview({ db, coderId }, given) {
    const { title, from, anchors } = corrected(db, given);
    const { transcriptId } = given;
    return previewCorrection(db, coderId, { transcriptId, transcriptTitle: title }, from, anchors);
  },

  save(context, given) {
    const { title, from, anchors } = corrected(context.db, given);
    if (anchors.after === from.text) throw new AppError('nothing-corrected', { title });
    context.label(`Correct “${title}”`);
    const { transcriptId, reason } = given;
    return storeCorrection(context, { transcriptId, from, anchors, kind: 'edited', reason: reason.trim() });
  },

  async previewFile({ session, files }, { transcriptId, file }) {
    const { text } = await readTranscriptFile(files.resolve(file));
    const { readable } = session.requireProject();
    const { title, from } = newest(readable, transcriptId);
    const anchors = Anchors.between(from.text, text);
    const titled = { transcriptId, transcriptTitle: title };
    const outcome = previewCorrection(readable, session.actor.coderId, titled, from, anchors);
    return { ...outcome, same: text === from.text };
  },

  saveFile: prepared(
    async ({ files }, { file }) => (await readTranscriptFile(files.resolve(file))).text,
    (context, text, { transcriptId, reason }) => {
      const { title, from } = newest(context.db, transcriptId);
      if (text === from.text) throw new AppError('nothing-corrected', { title });
      context.label(`Import a corrected “${title}”`);
      const anchors = Anchors.between(from.text, text);
      return storeCorrection(context, {
        transcriptId,
        from,
        anchors,
        kind: 'imported again',
        reason: reason.trim(),
      });
    },
  ),

  versions: ({ db }, { transcriptId }) => listVersions(db, transcriptId),

  version({ db }, { versionId }) {
    const version = findVersion(db, versionId);
    if (version === undefined) throw new AppError('not-found', { what: 'version' });
    return { text: version.text, turns: listTurns(db, versionId), sections: listSections(db, versionId) };
  },

  touched: ({ db, coderId }, { transcriptId }) => listTouched(db, coderId, transcriptId),

  settle({ db, label }, { ids }) {
    const settled = settleTouched(db, ids);
    label(settled === 1 ? 'Settle a changed coding' : `Settle ${settled} changed codings`);
  },

  place(context, { codingId, start, end }) {
    const coding = requirePlaceable(context, codingId);
    const version = findVersion(context.db, coding.versionId);
    if (version === undefined) throw new AppError('not-found', { what: 'coding' });
    const { from } = newest(context.db, version.transcriptId);
    const place = placedRange(context, { ...coding, versionId: from.id }, { start, end });
    moveCoding(context.db, codingId, from.id, place);
    context.label(`Place ${describeCoding(context.db, { ...coding, versionId: from.id, ...place })}`);
  },
};

/** A consensus belongs to nobody: whoever sits here may say where its words are now. */
function requirePlaceable(context: MutationContext, id: CodingId): FoundCoding {
  const coding = findCoding(context.db, id);
  context.requireCoder();
  return coding !== undefined && coding.coderId === null ? coding : requireOwn(context, id);
}

function newest(db: ReadableDb, id: TranscriptId): { readonly title: string; readonly from: VersionRow } {
  const title = findTranscript(db, id)?.title;
  const from = newestVersion(db, id);
  if (title === undefined || from === undefined) throw new AppError('not-found', { what: 'transcript' });
  return { title, from };
}

function corrected(
  db: ReadableDb,
  { transcriptId, versionId, changes }: InputOf<typeof correctionsContract.preview>,
): { readonly title: string; readonly from: VersionRow; readonly anchors: Anchors } {
  const { title, from } = newest(db, transcriptId);
  if (from.id !== versionId) throw new AppError('transcript-newer', { title });
  if (!areChangesOf(from.text.length, changes)) {
    throw new AppError('bad-input', { problems: ['The changes are not in order, or lie outside the text.'] });
  }
  return { title, from, anchors: new Anchors(from.text, changes.map(cleaned)) };
}

/** As an import gives it: `\n` as the only line end, no half of a sign, nothing that ends a text in the middle. */
function cleaned({ start, end, text }: TextChange): TextChange {
  return { start, end, text: text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed() };
}
