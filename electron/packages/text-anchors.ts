import { must } from '#shared/assert.ts';
import { placeAgain } from '#shared/packages/place-again.ts';
import { isRangeOf, type TextRange } from '#shared/text/text-range.ts';
import type { Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';

const VERSION = 'transcript_version';

/** The newest version of each transcript: what a coding stands in. */
export function newestVersions(study: StudyRows): ReadonlyMap<number, Row> {
  const newest = new Map<number, Row>();
  for (const version of study.rows(VERSION)) {
    const transcript = Number(version['transcript_id']);
    const before = newest.get(transcript);
    if (before === undefined || Number(version['number']) > Number(before['number']))
      newest.set(transcript, version);
  }
  return newest;
}

/**
 * Where a row that stands in a text of theirs stands in ours: at the same place when the text is the same; where the
 * same words stand when our text is another one, or a later one. Null when that cannot be told.
 */
export function anchorHere(
  ours: StudyRows,
  theirVersion: Row,
  versionHere: Row | undefined,
  newestHere: Row | undefined,
  range: TextRange,
): { readonly version: Row; readonly range: TextRange } | null {
  const text = String(theirVersion['text']);
  if (!isRangeOf(text, range)) return null;
  if (newestHere === undefined) return null;
  if (versionHere?.id === newestHere.id && newestHere['sha256'] === theirVersion['sha256']) {
    return { version: newestHere, range };
  }
  const found = placeAgain(text, range, String(newestHere['text']));
  return found === null
    ? null
    : { version: must(ours.get(VERSION, newestHere.id), 'a version is here'), range: found };
}

/**
 * Transcripts that came under another uid and hold, letter for letter, a text that is here: by the id of theirs, the id of
 * ours. Only where each side has that text once.
 */
export function sameTexts(ours: StudyRows, theirs: StudyRows): ReadonlyMap<number, number> {
  const known = new Set(ours.rows('transcript').map((row) => row['uid']));
  const here = transcriptsByText(ours, () => true);
  const there = transcriptsByText(theirs, (id) => !known.has(theirs.get('transcript', id)?.['uid'] ?? null));
  const theirUids = new Set(theirs.rows('transcript').map((row) => row['uid']));
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const [hash, theirIds] of there) {
    const ourIds = here.get(hash) ?? new Set<number>();
    const [their, our] = [[...theirIds][0], [...ourIds][0]];
    if (their === undefined || our === undefined || theirIds.size > 1 || ourIds.size > 1) continue;
    // One that is matched by its uid, or by another of its texts, is spoken for.
    if (theirUids.has(ours.get('transcript', our)?.['uid'] ?? null) || taken.has(our) || pairs.has(their))
      continue;
    pairs.set(their, our);
    taken.add(our);
  }
  return pairs;
}

function transcriptsByText(
  study: StudyRows,
  isMeant: (transcript: number) => boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const version of study.rows(VERSION)) {
    const transcript = Number(version['transcript_id']);
    if (!isMeant(transcript)) continue;
    const hash = String(version['sha256']);
    found.set(hash, (found.get(hash) ?? new Set()).add(transcript));
  }
  return found;
}

/** Whose interview is, letter for letter, that of somebody here is that person: by the id of theirs, the id of ours. */
export function samePeople(
  ours: StudyRows,
  theirs: StudyRows,
  texts: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  const taken = new Set<number>();
  const unclear = new Set<number>();
  for (const [theirTranscript, ourTranscript] of texts) {
    const their = theirs.get('transcript', theirTranscript)?.['participant_id'];
    const our = ours.get('transcript', ourTranscript)?.['participant_id'];
    if (typeof their !== 'number' || typeof our !== 'number') continue;
    const before = people.get(their);
    if (before === our) continue;
    if (before !== undefined || taken.has(our)) unclear.add(their);
    people.set(their, our);
    taken.add(our);
  }
  const ourUids = new Set(ours.rows('participant').map((row) => row['uid']));
  const theirUids = new Set(theirs.rows('participant').map((row) => row['uid']));
  return new Map(
    [...people].filter(
      ([their, our]) =>
        !unclear.has(their) &&
        !ourUids.has(theirs.get('participant', their)?.['uid'] ?? null) &&
        !theirUids.has(ours.get('participant', our)?.['uid'] ?? null),
    ),
  );
}
