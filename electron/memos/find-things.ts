import { fuzzyMatch } from '#shared/codebook/fuzzy-match.ts';
import type { CoderId, VersionId } from '#shared/ids.ts';
import type { Thing } from '#shared/memos/linked-things.ts';
import { memoHeading } from '#shared/memos/memo-heading.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { quotation } from '#shared/text/text-range.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  cells,
  codes,
  codings,
  latestCells,
  latestCodings,
  memos,
  participants,
  textOfVersion,
  transcripts,
  types,
  type CodingPlace,
  type MemoNameRow,
} from './things-sql.ts';

/** Of the many codings and cells, an @ link is made to recent ones; all can be linked to from where they stand. */
const LATEST = 2000;
const LATEST_CODINGS = 300;
const LONGEST_QUOTATION = 40;

/** Those of the uids that are there, under their present names. */
export function thingsByUid(db: ReadableDb, wanted: Iterable<string>): ReadonlyMap<string, Thing> {
  const uids = [...new Set(wanted)];
  if (uids.length === 0) return new Map();
  const json = JSON.stringify(uids);
  const found: Thing[] = [
    ...namedThings(db, json),
    ...codingThings(db, codings(db, json)),
    ...cells(db, json).map((row) => ({ kind: 'cell', ...row }) as const),
  ];
  return new Map(found.map((thing) => [thing.uid, thing]));
}

/** What an @ link can point to, best match first; without a query, the codes and cases come first. */
export function linkableThings(
  db: ReadableDb,
  coderId: CoderId | null,
  query: string,
  limit: number,
): readonly Thing[] {
  const all: Thing[] = [
    ...namedThings(db, null),
    ...(coderId === null ? [] : codingThings(db, latestCodings(db, coderId, LATEST_CODINGS))),
    ...latestCells(db, LATEST).map((row) => ({ kind: 'cell', ...row }) as const),
  ];
  return all
    .flatMap((thing) => {
      const match = fuzzyMatch(query, thing.name);
      return match === null ? [] : [{ thing, score: match.score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ thing }) => thing);
}

function namedThings(db: ReadableDb, uids: string | null): Thing[] {
  return [
    ...codes(db, uids).map((row) => ({ kind: 'code', ...row }) as const),
    ...participants(db, uids).map((row) => ({ kind: 'participant', ...row }) as const),
    ...transcripts(db, uids).map((row) => ({ kind: 'transcript', ...row }) as const),
    ...types(db, uids).map((row) => ({ kind: 'type', ...row }) as const),
    ...memos(db, uids).map(memoThing),
  ];
}

function memoThing({ id, uid, title, text }: MemoNameRow): Thing {
  return { kind: 'memo', id, uid, name: memoHeading(title, text) };
}

function codingThings(db: ReadableDb, places: readonly CodingPlace[]): Thing[] {
  const texts = new Map<VersionId, string>();
  return places.map(({ id, uid, transcriptId, versionId, start, end, codeName }) => {
    const text = texts.get(versionId) ?? textOfVersion(db, versionId) ?? '';
    texts.set(versionId, text);
    return { kind: 'coding', id, uid, transcriptId, name: codingName(text, start, end, codeName) };
  });
}

/** How memos speak of a coding: `“she could not keep up” as Time`. */
export function codingName(text: string, start: number, end: number, codeName: string): string {
  const words = quotation(text, { start, end }).replaceAll(/\s+/g, ' ');
  return `“${shorten(words, LONGEST_QUOTATION)}” as ${codeName}`;
}
