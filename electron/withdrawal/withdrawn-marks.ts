import { createHash } from 'node:crypto';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { participantsWithoutText } from './withdrawn-sql.ts';
import { aliasesOf, insertWithdrawn, knownAs, withdrawnHashes, type KnownAs } from './withdrawn-sql.ts';

/** By which a participant is known again in an older copy. */
const TABLES = ['participant', 'transcript', 'transcript_version'] as const;

/** A one-way mark of something random: it leads from nobody's data back to nothing. */
export function markOf(value: string): string {
  return createHash('sha256').update(`crosscase withdrawn ${value}`).digest('hex');
}

/** Remembers what goes, before it is erased, in a form from which nothing can be read. */
export function rememberWithdrawn(db: WritableDb, gone: ReadonlyMap<string, ReadonlySet<number>>): void {
  const known = TABLES.flatMap((table) => knownAs(db, table, [...(gone.get(table) ?? [])]));
  const values = new Set(known.flatMap(({ uid, text }) => (text === null ? [uid] : [uid, text])));
  for (const alias of aliasesOf(db, [...values])) values.add(alias);
  insertWithdrawn(db, [...values].map(markOf));
}

/** What of another project belongs to people who withdrew here: where their data there is to be followed from. */
export function withdrawnIn(ours: ReadableDb, theirs: ReadableDb): ReadonlyMap<string, ReadonlySet<number>> {
  const marks = new Set(withdrawnHashes(ours));
  const isMarked = ({ uid, text }: KnownAs): boolean =>
    marks.has(markOf(uid)) || (text !== null && marks.has(markOf(text)));
  const found = new Map<string, ReadonlySet<number>>();
  if (marks.size === 0) return found;
  const of = (table: (typeof TABLES)[number]): readonly KnownAs[] =>
    knownAs(theirs, table, null).filter(isMarked);
  const transcripts = new Set([
    ...of('transcript').map(({ id }) => id),
    ...of('transcript_version').flatMap(({ transcriptId }) => (transcriptId === null ? [] : [transcriptId])),
  ]);
  const people = new Set([
    ...of('participant').map(({ id }) => id),
    // Under another id, somebody of whom nothing but such an interview is there.
    ...participantsWithoutText(theirs, [...transcripts]),
  ]);
  if (people.size > 0) found.set('participant', people);
  if (transcripts.size > 0) found.set('transcript', transcripts);
  return found;
}

/** Codes of participants of ours who withdrew in a copy that is merged: they are to be withdrawn here as well. */
export function withdrawnThere(ours: ReadableDb, theirs: ReadableDb): readonly string[] {
  const marks = new Set(withdrawnHashes(theirs));
  if (marks.size === 0) return [];
  return knownAs(ours, 'participant', null)
    .filter(({ uid }) => marks.has(markOf(uid)))
    .map(({ code }) => code ?? '');
}
