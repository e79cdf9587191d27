import type { ComparisonKind, MemoClass } from '#shared/memos/memos-contract.ts';
import type { LinkKind, MemoTarget, TargetKind } from '#shared/memos/linked-things.ts';
import type { CoderId, MemoId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface MemoRow {
  readonly id: MemoId;
  readonly uid: string;
  readonly class: MemoClass;
  readonly comparison: ComparisonKind | null;
  readonly title: string;
  readonly body: string;
  /** The uid of what it is about, or null. */
  readonly aboutUid: string | null;
  readonly wasKind: TargetKind | null;
  readonly wasName: string | null;
  readonly authorId: CoderId;
  readonly authorName: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const MEMO = `SELECT memo.id, memo.uid, memo.class, memo.comparison, memo.title, memo.body,
    coalesce(participant.uid, transcript.uid, code.uid, coding.uid, matrix_cell.uid, type.uid) AS aboutUid,
    memo.was_kind AS wasKind, memo.was_name AS wasName,
    memo.author_id AS authorId, coder.name AS authorName, memo.created_at AS createdAt, memo.updated_at AS updatedAt
  FROM memo
  JOIN coder ON coder.id = memo.author_id
  LEFT JOIN participant ON participant.id = memo.participant_id
  LEFT JOIN transcript ON transcript.id = memo.transcript_id
  LEFT JOIN code ON code.id = memo.code_id
  LEFT JOIN coding ON coding.id = memo.coding_id
  LEFT JOIN matrix_cell ON matrix_cell.id = memo.cell_id
  LEFT JOIN type ON type.id = memo.type_id`;

export function findMemo(db: ReadableDb, id: MemoId): MemoRow | undefined {
  return db.get<MemoRow>(`${MEMO} WHERE memo.id = ?`, id);
}

/** What narrows a list; null does not. */
export interface MemoFilter {
  readonly class: MemoClass | null;
  readonly about: TargetKind | 'study' | 'removed' | null;
  readonly target: MemoTarget | null;
  readonly authorId: CoderId | null;
}

export function listMemos(db: ReadableDb, filter: MemoFilter): MemoRow[] {
  const isClass = 'memo.class = coalesce(?, memo.class) AND memo.author_id = coalesce(?, memo.author_id)';
  const about = filter.about === null ? '' : ` AND ${CONDITION[filter.about]}`;
  const values = [filter.class, filter.authorId];
  const order = 'ORDER BY memo.updated_at DESC, memo.id DESC';
  return filter.target === null
    ? db.all<MemoRow>(`${MEMO} WHERE ${isClass}${about} ${order}`, ...values)
    : db.all<MemoRow>(
        `${MEMO} WHERE ${isClass}${about} AND memo.${COLUMN[filter.target.kind]} = ? ${order}`,
        ...values,
        filter.target.id,
      );
}

/** The memos that link to something, and are not about it. */
export function memosLinkingTo(db: ReadableDb, uid: string, target: MemoTarget): MemoRow[] {
  return db.all<MemoRow>(
    `${MEMO} WHERE memo.id IN (SELECT memo_id FROM memo_link WHERE target_uid = ?)
       AND memo.${COLUMN[target.kind]} IS NOT ? ORDER BY memo.updated_at DESC, memo.id DESC`,
    uid,
    target.id,
  );
}

const COLUMN: Readonly<Record<TargetKind, string>> = {
  participant: 'participant_id',
  transcript: 'transcript_id',
  code: 'code_id',
  coding: 'coding_id',
  cell: 'cell_id',
  type: 'type_id',
};

const ABOUT_NOTHING = Object.values(COLUMN)
  .map((column) => `memo.${column} IS NULL`)
  .join(' AND ');

const CONDITION: Readonly<Record<TargetKind | 'study' | 'removed', string>> = {
  participant: 'memo.participant_id IS NOT NULL',
  transcript: 'memo.transcript_id IS NOT NULL',
  code: 'memo.code_id IS NOT NULL',
  coding: 'memo.coding_id IS NOT NULL',
  cell: 'memo.cell_id IS NOT NULL',
  type: 'memo.type_id IS NOT NULL',
  study: `${ABOUT_NOTHING} AND memo.was_kind IS NULL`,
  removed: `${ABOUT_NOTHING} AND memo.was_kind IS NOT NULL`,
};

export interface StoredMemo {
  readonly class: MemoClass;
  readonly comparison: ComparisonKind | null;
  readonly title: string;
  readonly body: string;
  readonly text: string;
}

export function insertMemo(
  db: WritableDb,
  uid: string,
  authorId: CoderId,
  memo: StoredMemo,
  at: string,
): MemoId {
  return db.insert<MemoId>(
    `INSERT INTO memo (uid, class, comparison, title, author_id, created_at, updated_at, body, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    memo.class,
    memo.comparison,
    memo.title,
    authorId,
    at,
    at,
    memo.body,
    memo.text,
  );
}

/** Whether an author has written exactly this on a thing. */
export function hasSameMemo(
  db: ReadableDb,
  authorId: CoderId,
  { title, body }: Pick<StoredMemo, 'title' | 'body'>,
  target: MemoTarget | null,
): boolean {
  const about = target === null ? ABOUT_NOTHING : `memo.${COLUMN[target.kind]} = ?`;
  return (
    db.get(
      `SELECT id FROM memo WHERE author_id = ? AND title = ? AND body = ? AND ${about}`,
      authorId,
      title,
      body,
      ...(target === null ? [] : [target.id]),
    ) !== undefined
  );
}

export function updateMemo(db: WritableDb, id: MemoId, memo: StoredMemo, at: string): void {
  db.runOne(
    'UPDATE memo SET class = ?, comparison = ?, title = ?, body = ?, text = ?, updated_at = ? WHERE id = ?',
    memo.class,
    memo.comparison,
    memo.title,
    memo.body,
    memo.text,
    at,
    id,
  );
}

/** What it was about before, and was removed, is forgotten. */
export function setTarget(db: WritableDb, id: MemoId, target: MemoTarget | null): void {
  const columns = Object.entries(COLUMN);
  db.runOne(
    `UPDATE memo SET ${columns.map(([, column]) => `${column} = ?`).join(', ')}, was_kind = NULL, was_name = NULL
     WHERE id = ?`,
    ...columns.map(([kind]) => (target?.kind === kind ? target.id : null)),
    id,
  );
}

export function deleteMemo(db: WritableDb, id: MemoId): void {
  db.runOne('DELETE FROM memo WHERE id = ?', id);
}

export function linksOfMemo(db: ReadableDb, id: MemoId): { readonly kind: LinkKind; readonly uid: string }[] {
  return db.all('SELECT kind, target_uid AS uid FROM memo_link WHERE memo_id = ? ORDER BY id', id);
}

/** The last names of removed things that memos link to, by uid. */
export function namesOfRemoved(db: ReadableDb, uids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    db.rawRows<[string, string]>(
      `SELECT target_uid, was_name FROM memo_link
       WHERE was_name IS NOT NULL AND target_uid IN (SELECT value FROM json_each(?))`,
      JSON.stringify(uids),
    ),
  );
}

export function insertLink(db: WritableDb, id: MemoId, kind: LinkKind, uid: string): void {
  db.runOne('INSERT INTO memo_link (memo_id, kind, target_uid) VALUES (?, ?, ?)', id, kind, uid);
}

export function deleteLink(db: WritableDb, id: MemoId, uid: string): void {
  db.runOne('DELETE FROM memo_link WHERE memo_id = ? AND target_uid = ?', id, uid);
}

export function deleteLinksOfMemo(db: WritableDb, id: MemoId): void {
  db.run('DELETE FROM memo_link WHERE memo_id = ?', id);
}
