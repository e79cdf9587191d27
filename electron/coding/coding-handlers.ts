import type { codingContract } from '#shared/coding/coding-contract.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { changeCoding } from './change-coding.ts';
import { readCodingHistory } from './coding-history.ts';
import { codingsByIds, codingsOfTranscript, deleteCoding, listLayers, updateCoding } from './coding-sql.ts';
import { withDescendants } from './fragments-sql.ts';
import { findFragments } from './fragments.ts';
import { applyCodes, describeCoding, movedRange, requireOwn } from './own-codings.ts';
import { readingHandlers } from './reading-handlers.ts';
import { copyCodings, recodeCodings } from './recode-codings.ts';
import { extendCoding, mergeAdjacent, splitCoding } from './reshape-codings.ts';

export const codingHandlers: HandlersOf<typeof codingContract> = {
  layers: ({ db, coderId }) => listLayers(db, coderId),

  ofTranscript: ({ db }, { transcriptId }) => codingsOfTranscript(db, transcriptId),

  byIds: ({ db }, { ids }) => codingsByIds(db, ids),

  fragments({ db }, { codeIds, descendants, layerId, participantId, offset, limit }) {
    const wanted = descendants ? withDescendants(db, codeIds) : codeIds;
    return findFragments(db, { codeIds: wanted, layerId, participantId }, { offset, limit });
  },

  apply: (context, passage) => applyCodes(context, passage),

  remove(context, { ids }) {
    const codings = [...new Set(ids)].map((id) => requireOwn(context, id));
    const [first] = codings;
    const removed = codings.map(({ id }) => id);
    forgetCodings(context.db, removed);
    forgetComparisonsOf(context.db, removed);
    if (first !== undefined && codings.length === 1) {
      context.label(`Remove ${describeCoding(context.db, first)}`);
    } else {
      context.label(`Remove ${codings.length} codings`);
    }
    codings.forEach(({ id }) => deleteCoding(context.db, id));
  },

  change: (context, change) => changeCoding(context, change),

  moveEdges(context, { id, start, end }) {
    const coding = requireOwn(context, id);
    const range = movedRange(context, coding, { start, end });
    context.label(`Move the edges of ${describeCoding(context.db, { ...coding, ...range })}`);
    updateCoding(context.db, { ...coding, ...range });
  },

  recode: (context, given) => recodeCodings(context, given),
  copyToCode: (context, given) => copyCodings(context, given),
  mergeAdjacent: (context, { id }) => mergeAdjacent(context, id),
  split: (context, { id, position }) => splitCoding(context, id, position),
  extend: (context, { id, to }) => extendCoding(context, id, to),

  historyOf: ({ db }, { id }) => readCodingHistory(db, id),

  ...readingHandlers,
};
