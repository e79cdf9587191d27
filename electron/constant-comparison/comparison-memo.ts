import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodingId, MemoId } from '#shared/ids.ts';
import type { TextLink } from '#shared/memos/rich-text.ts';
import { describeCoding } from '#electron/coding/own-codings.ts';
import { nameOfCode } from '#electron/coding/coding-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { createMemo } from '#electron/memos/write-memos.ts';
import { uidOf } from '#electron/memos/things-sql.ts';
import { uidOfCoding } from './comparisons-sql.ts';
import { kindOf, requireCoding, type Pair } from './judge.ts';

/** A memo on the fragment that was compared; its first line links to both sides, and the text is the person's. */
export function beginMemo(context: MutationContext, pair: Pair): MemoId {
  const { db } = context;
  const { codingId, otherId, codeId } = pair;
  const subject = linkTo(db, codingId);
  const other = otherId === null ? linkToCode(db, pair) : linkTo(db, otherId);
  const id = createMemo(context, {
    class: 'comparison',
    comparison: kindOf(db, pair),
    title: '',
    target: { kind: 'coding', id: codingId },
    body: [
      { type: 'paragraph', children: [subject, { type: 'text', text: ' compared with ' }, other] },
      { type: 'paragraph', children: [] },
    ],
  });
  context.label(`Write a comparison memo on ${nameOfCode(db, codeId) ?? subject.name}`);
  return id;
}

function linkTo(db: ReadableDb, id: CodingId): TextLink {
  const name = describeCoding(db, requireCoding(db, id));
  return { type: 'link', kind: 'coding', uid: must(uidOfCoding(db, id), 'the coding was found'), name };
}

function linkToCode(db: ReadableDb, { codeId }: Pair): TextLink {
  const uid = uidOf(db, { kind: 'code', id: codeId });
  const name = nameOfCode(db, codeId);
  if (uid === undefined || name === undefined) throw new AppError('not-found', { what: 'code' });
  return { type: 'link', kind: 'code', uid, name };
}
