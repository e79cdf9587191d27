import type { constantComparisonContract } from '#shared/constant-comparison/constant-comparison-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { layerOfCoder } from '#electron/coding/coding-sql.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { beginMemo } from './comparison-memo.ts';
import { comparisonsOfCode, notYetCompared } from './comparisons-sql.ts';
import { judge } from './judge.ts';
import { recodeFragment } from './recode-fragment.ts';
import {
  deleteSaturationNote,
  insertSaturationNote,
  saturationNotes,
  titleOfTranscript,
} from './saturation-sql.ts';

export const constantComparisonHandlers: HandlersOf<typeof constantComparisonContract> = {
  ofCode: ({ db, coderId }, { codeId }) => (coderId === null ? [] : comparisonsOfCode(db, coderId, codeId)),

  queue: ({ db, coderId }, { codeId }) =>
    coderId === null ? [] : notYetCompared(db, coderId, layerOfCoder(db, coderId), codeId),

  judge: (context, input) => judge(context, input),

  beginMemo: (context, pair) => beginMemo(context, pair),

  recode: (context, input) => recodeFragment(context, input),

  saturation: ({ db }) => saturationNotes(db),

  noteSaturation(context, { transcriptId, note }) {
    const { db } = context;
    const coderId = context.requireCoder();
    const title = titleOfTranscript(db, transcriptId);
    if (title === undefined) throw new AppError('not-found', { what: 'transcript' });
    context.label(
      note === null ? `Take back: no new codes after “${title}”` : `No new codes after “${title}”`,
    );
    deleteSaturationNote(db, transcriptId, coderId);
    if (note === null) return;
    insertSaturationNote(db, context.newUid(), {
      transcriptId,
      coderId,
      at: context.now(),
      note: note.trim(),
    });
  },
};
