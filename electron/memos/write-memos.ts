import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MemoId } from '#shared/ids.ts';
import { describeAbout, type MemoTarget } from '#shared/memos/linked-things.ts';
import type { Memo, MemoClass, memosContract, NewMemoTarget } from '#shared/memos/memos-contract.ts';
import { plainText } from '#shared/memos/plain-text.ts';
import { linkedUids, normalised, sameText, savedName, type RichText } from '#shared/memos/rich-text.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { ensureCell } from '#electron/matrices/change-cells.ts';
import { nameOfPlace } from '#electron/matrices/find-row.ts';
import {
  deleteLink,
  deleteLinksOfMemo,
  deleteMemo,
  findMemo,
  insertLink,
  insertMemo,
  linksOfMemo,
  setTarget,
  updateMemo,
  type MemoRow,
  type StoredMemo,
} from './memos-sql.ts';
import { readMemos } from './read-memos.ts';
import { uidOf } from './things-sql.ts';

type Contract = typeof memosContract;

export function createMemo(context: MutationContext, input: InputOf<Contract['create']>): MemoId {
  const { db } = context;
  const authorId = context.requireCoder();
  requireComparisonFits(input.class, input.comparison);
  const target = existing(context, input.target);
  const id = insertMemo(db, context.newUid(), authorId, stored(input), context.now());
  if (target !== null) setTarget(db, id, target);
  storeLinks(context, id, input.body);
  const { about } = requireMemo(context, id);
  context.label(about.state === 'study' ? 'Write a memo' : `Write a memo on ${describeAbout(about)}`);
  return id;
}

export function changeMemo(context: MutationContext, change: InputOf<Contract['change']>): void {
  const memo = requireOwn(context, change.id);
  const memoClass = change.class ?? memo.class;
  // A memo that is no comparison any more compares nothing.
  const kept = memoClass === 'comparison' ? memo.comparison : null;
  const comparison = change.comparison === undefined ? kept : change.comparison;
  requireComparisonFits(memoClass, comparison);
  const next = {
    class: memoClass,
    comparison,
    title: change.title ?? memo.title,
    body: change.body ?? memo.body,
  };
  const sameWords = next.title === memo.title && sameText(next.body, memo.body);
  const sameKind = next.class === memo.class && next.comparison === memo.comparison;
  if (change.target !== undefined) setTarget(context.db, memo.id, existing(context, change.target));
  if (!sameWords || !sameKind || change.target !== undefined) {
    updateMemo(context.db, memo.id, stored(next), context.now());
    storeLinks(context, memo.id, next.body);
  }
  if (change.typing !== undefined) context.typing(`${memo.id} ${change.typing}`);
  context.label(`${sameWords ? 'Sort' : 'Write in'} the memo “${requireMemo(context, memo.id).heading}”`);
}

export function removeMemo(context: MutationContext, id: MemoId): void {
  const { heading } = requireOwn(context, id);
  context.label(`Remove the memo “${heading}”`);
  deleteLinksOfMemo(context.db, id);
  deleteMemo(context.db, id);
}

/** Throws `not-found`. */
export function requireMemoRow(db: ReadableDb, id: MemoId): MemoRow {
  const row = findMemo(db, id);
  if (row === undefined) throw new AppError('not-found', { what: 'memo' });
  return row;
}

function requireMemo({ db, coderId }: MutationContext, id: MemoId): Memo {
  const [memo] = readMemos(db, [requireMemoRow(db, id)], coderId);
  if (memo === undefined) throw new AppError('not-found', { what: 'memo' });
  return memo;
}

function requireOwn(context: MutationContext, id: MemoId): Memo {
  context.requireCoder();
  const memo = requireMemo(context, id);
  if (!memo.own) throw new AppError('not-your-memo', { coder: memo.authorName });
  return memo;
}

function requireComparisonFits(memoClass: MemoClass, comparison: Memo['comparison']): void {
  if (comparison === null || memoClass === 'comparison') return;
  throw new AppError('bad-input', { problems: ['Only a comparison memo says what it compares.'] });
}

/** The thing, when it is there. A cell that is named by its place is made where there is none. */
function existing(context: MutationContext, target: NewMemoTarget | null): MemoTarget | null {
  if (target === null) return null;
  if (target.kind === 'place') {
    nameOfPlace(context.db, target);
    return { kind: 'cell', id: ensureCell(context, target) };
  }
  if (uidOf(context.db, target) === undefined) throw new AppError('not-found', { what: target.kind });
  return target;
}

function stored(memo: {
  readonly class: MemoClass;
  readonly comparison: Memo['comparison'];
  readonly title: string;
  readonly body: RichText;
}): StoredMemo {
  const body = normalised(memo.body);
  return {
    class: memo.class,
    comparison: memo.comparison,
    title: memo.title,
    body: JSON.stringify(body),
    text: plainText(body, savedName),
  };
}

/** Only what is new or gone is written, so that the history stays small while a memo is being typed. */
function storeLinks({ db }: MutationContext, id: MemoId, body: RichText): void {
  const wanted = linkedUids(body);
  const present = new Set(linksOfMemo(db, id).map(({ uid }) => uid));
  for (const uid of present) if (!wanted.has(uid)) deleteLink(db, id, uid);
  for (const [uid, kind] of wanted) if (!present.has(uid)) insertLink(db, id, kind, uid);
}
