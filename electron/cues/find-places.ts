import { readCue, type Cue } from '#shared/cues/cue-words.ts';
import type { CuePlace } from '#shared/cues/cues-contract.ts';
import { cueFinder, foldedWords, passagesOfHits, spokenRanges } from '#shared/cues/find-cues.ts';
import type { CodeId, TranscriptId } from '#shared/ids.ts';
import { sentencesOf } from '#shared/text/words.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { cuesOfCodes, textsOf, type SearchedText } from './cues-sql.ts';
import { stemOf } from './stem-words.ts';

interface Question {
  readonly codeIds: readonly CodeId[];
  readonly transcriptIds: readonly TranscriptId[] | null;
  readonly interviewer: boolean;
}

type Finder = (words: ReturnType<typeof foldedWords>) => ReturnType<ReturnType<typeof cueFinder>>;

/** More than anybody goes through in one sitting; narrower codes or transcripts show the rest. */
const MOST_PLACES = 5000;

export function findPlaces(
  db: ReadableDb,
  { codeIds, transcriptIds, interviewer }: Question,
): { readonly places: readonly CuePlace[]; readonly more: boolean } {
  const finders = findersOf(db, codeIds);
  if (finders.size === 0) return { places: [], more: false };
  const places: CuePlace[] = [];
  for (const text of textsOf(db, transcriptIds)) {
    places.push(...placesIn(db, text, finders, interviewer));
    if (places.length > MOST_PLACES) return { places: places.slice(0, MOST_PLACES), more: true };
  }
  return { places, more: false };
}

function findersOf(db: ReadableDb, codeIds: readonly CodeId[]): ReadonlyMap<CodeId, Finder> {
  const cues = new Map<CodeId, Cue[]>();
  for (const { codeId, phrase, language } of cuesOfCodes(db, codeIds)) {
    const cue = readCue(phrase, language, stemOf);
    if (cue !== null) cues.set(codeId, [...(cues.get(codeId) ?? []), cue]);
  }
  return new Map([...cues].map(([codeId, ofCode]) => [codeId, cueFinder(ofCode, stemOf)]));
}

function placesIn(
  db: ReadableDb,
  { transcriptId, versionId, text }: SearchedText,
  finders: ReadonlyMap<CodeId, Finder>,
  interviewer: boolean,
): CuePlace[] {
  const turns = turnsOfVersion(db, versionId);
  return spokenRanges(text, turns, interviewer).flatMap((range) => {
    const words = foldedWords(text, range);
    const found = [...finders].flatMap(([codeId, find]) => {
      const hits = find(words);
      return hits.length === 0 ? [] : [{ codeId, hits }];
    });
    if (found.length === 0) return [];
    // Once for all codes: to find where sentences end is what takes the time.
    const sentences = sentencesOf(text, range);
    return found
      .flatMap(({ codeId, hits }) =>
        passagesOfHits(sentences, hits).map((passage) => ({ codeId, transcriptId, versionId, ...passage })),
      )
      .toSorted((a, b) => a.start - b.start || a.codeId - b.codeId);
  });
}
