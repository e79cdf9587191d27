import type { CoderId } from '#shared/ids.ts';
import type { About, Thing } from '#shared/memos/linked-things.ts';
import { memoExcerpt, memoHeading } from '#shared/memos/memo-heading.ts';
import type { Memo, MemoListItem } from '#shared/memos/memos-contract.ts';
import { plainText } from '#shared/memos/plain-text.ts';
import { linkedUids, linksOf, presentNames, type RichText } from '#shared/memos/rich-text.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { thingsByUid } from './find-things.ts';
import { namesOfRemoved, type MemoRow } from './memos-sql.ts';

/** Memos with all that they are about and link to, looked up together. */
export function readMemos(db: ReadableDb, rows: readonly MemoRow[], coderId: CoderId | null): Memo[] {
  const bodies = rows.map(({ body }) => parseBody(body));
  const wanted = rows.flatMap(({ aboutUid }) => (aboutUid === null ? [] : [aboutUid]));
  const linked = bodies.flatMap((body) => [...linkedUids(body).keys()]);
  const things = thingsByUid(db, [...wanted, ...linked]);
  const lastNames = namesOfRemoved(
    db,
    linked.filter((uid) => !things.has(uid)),
  );
  return rows.map((row, index) => memoOf(row, bodies[index] ?? [], { things, lastNames }, coderId));
}

/** What the memos are about and link to: what is there, and what was removed. */
interface Surroundings {
  readonly things: ReadonlyMap<string, Thing>;
  readonly lastNames: ReadonlyMap<string, string>;
}

/** What the list needs, without the text. */
export function listItem({ body: _body, links: _links, brokenLinks: _broken, ...item }: Memo): MemoListItem {
  return item;
}

/** All the words of a memo, as it reads today. */
export function wordsOf(memo: Pick<Memo, 'body' | 'links' | 'brokenLinks'>): string {
  return plainText(memo.body, presentNames(memo));
}

function memoOf(
  row: MemoRow,
  body: RichText,
  { things, lastNames }: Surroundings,
  coderId: CoderId | null,
): Memo {
  const inText = [...new Map(linksOf(body).map((link) => [link.uid, link.name]))];
  const links = inText.flatMap(([uid]) => things.get(uid) ?? []);
  const brokenLinks = inText
    .filter(([uid]) => !things.has(uid))
    .map(([uid, name]) => ({ uid, name: lastNames.get(uid) ?? name }));
  const words = wordsOf({ body, links, brokenLinks });
  return {
    id: row.id,
    uid: row.uid,
    class: row.class,
    comparison: row.comparison,
    title: row.title,
    heading: memoHeading(row.title, words),
    excerpt: memoExcerpt(row.title, words),
    about: aboutOf(row, things),
    authorId: row.authorId,
    authorName: row.authorName,
    own: row.authorId === coderId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    body,
    links,
    brokenLinks,
  };
}

function aboutOf({ aboutUid, wasKind, wasName }: MemoRow, things: ReadonlyMap<string, Thing>): About {
  const thing = aboutUid === null ? undefined : things.get(aboutUid);
  if (thing !== undefined) return { state: 'there', thing };
  if (wasKind !== null) return { state: 'removed', kind: wasKind, name: wasName ?? '' };
  return { state: 'study' };
}

export function parseBody(body: string): RichText {
  // Only documents that the contract has parsed are written.
  return JSON.parse(body) as RichText;
}
