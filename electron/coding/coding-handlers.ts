import type { codingContract } from '#shared/coding/coding-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { codingsByIds, codingsOfTranscript, deleteCoding, listLayers, updateCoding } from './coding-sql.ts';
import { withDescendants } from './fragments-sql.ts';
import { findFragments } from './fragments.ts';
import { applyCodes, describeCoding, movedRange, requireOwn } from './own-codings.ts';

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
    forgetCodings(
      context.db,
      codings.map(({ id }) => id),
    );
    if (first !== undefined && codings.length === 1) {
      context.label(`Remove ${describeCoding(context.db, first)}`);
    } else {
      context.label(`Remove ${codings.length} codings`);
    }
    codings.forEach(({ id }) => deleteCoding(context.db, id));
  },

  change(context, { id, weight, memo, translation }) {
    const coding = requireOwn(context, id);
    const described = describeCoding(context.db, coding);
    const changed = {
      ...coding,
      weight: weight === undefined ? coding.weight : weight,
      memo: memo ?? coding.memo,
      translation: translation ?? coding.translation,
    };
    if (changed.weight !== coding.weight) context.label(`Mark the pole of ${described}`);
    if (changed.translation !== coding.translation) context.label(`Translate ${described}`);
    if (changed.memo !== coding.memo) context.label(`Write a memo on ${described}`);
    updateCoding(context.db, changed);
  },

  moveEdges(context, { id, start, end }) {
    const coding = requireOwn(context, id);
    const range = movedRange(context, coding, { start, end });
    context.label(`Move the edges of ${describeCoding(context.db, { ...coding, ...range })}`);
    updateCoding(context.db, { ...coding, ...range });
  },
};
