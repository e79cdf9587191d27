import { AppError } from '#shared/contract/errors.ts';
import type { Memo, memosContract } from '#shared/memos/memos-contract.ts';
import { foldText } from '#shared/search/fold-text.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { exportMemos } from './export-memos.ts';
import { linkableThings } from './find-things.ts';
import { listMemos, memosLinkingTo } from './memos-sql.ts';
import { listItem, readMemos, wordsOf } from './read-memos.ts';
import { uidOf } from './things-sql.ts';
import { changeMemo, createMemo, removeMemo, requireMemoRow } from './write-memos.ts';

const NO_FILTER = { class: null, about: null, authorId: null };

export const memosHandlers: HandlersOf<typeof memosContract> = {
  list({ db, coderId }, { text, ...filter }) {
    const memos = readMemos(db, listMemos(db, filter), coderId);
    return (text.trim() === '' ? memos : memos.filter(saysAll(text))).map(listItem);
  },

  get({ db, coderId }, { id }) {
    const [memo] = readMemos(db, [requireMemoRow(db, id)], coderId);
    if (memo === undefined) throw new AppError('not-found', { what: 'memo' });
    return memo;
  },

  on({ db, coderId }, { target }) {
    const uid = uidOf(db, target);
    if (uid === undefined) throw new AppError('not-found', { what: target.kind });
    return {
      on: readMemos(db, listMemos(db, { ...NO_FILTER, target }), coderId).map(listItem),
      mentions: readMemos(db, memosLinkingTo(db, uid, target), coderId).map(listItem),
    };
  },

  linkable: ({ db, coderId }, { query, limit }) => linkableThings(db, coderId, query, limit),

  create: createMemo,

  change: changeMemo,

  remove: (context, { id }) => removeMemo(context, id),

  export: exportMemos,
};

/** Whether a memo says every word of the text, in any form of letters. */
function saysAll(text: string): (memo: Memo) => boolean {
  const words = foldText(text).text.split(/\s+/).filter(Boolean);
  return (memo) => {
    const said = foldText(`${memo.title}\n${wordsOf(memo)}`).text;
    return words.every((word) => said.includes(word));
  };
}
