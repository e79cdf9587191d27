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

interface CueOfCode extends Cue {
  readonly codeId: CodeId;
}

type Finder = ReturnType<typeof cueFinder<CueOfCode>>;

/** More than anybody goes through in one sitting; narrower codes or transcripts show the rest. */
const MOST_PLACES = 5000;

export function findPlaces(
  db: ReadableDb,
  { codeIds, transcriptIds, interviewer }: Question,
): { readonly places: readonly CuePlace[]; readonly more: boolean } {
  const cues = readCues(db, codeIds);
  if (cues.length === 0) return { places: [], more: false };
  const find = cueFinder(cues, stemOf);
  const places: CuePlace[] = [];
  for (const text of textsOf(db, transcriptIds)) {
    places.push(...placesIn(db, text, find, interviewer));
    if (places.length > MOST_PLACES) return { places: places.slice(0, MOST_PLACES), more: true };
  }
  return { places, more: false };
}

function readCues(db: ReadableDb, codeIds: readonly CodeId[]): readonly CueOfCode[] {
  return cuesOfCodes(db, codeIds).flatMap(({ codeId, phrase, language }) => {
    const cue = readCue(phrase, language, stemOf);
    return cue === null ? [] : [{ codeId, ...cue }];
  });
}

function placesIn(
  db: ReadableDb,
  { transcriptId, versionId, text }: SearchedText,
  find: Finder,
  interviewer: boolean,
): CuePlace[] {
  const turns = turnsOfVersion(db, versionId);
  return spokenRanges(text, turns, interviewer).flatMap((range) => {
    const hits = find(foldedWords(text, range));
    if (hits.length === 0) return [];
    // Once for all codes: to find where sentences end is what takes the time.
    const sentences = sentencesOf(text, range);
    return [...Map.groupBy(hits, ({ cue }) => cue.codeId)]
      .flatMap(([codeId, ofCode]) =>
        passagesOfHits(sentences, ofCode).map((passage) => ({ codeId, transcriptId, versionId, ...passage })),
      )
      .toSorted((a, b) => a.start - b.start || a.codeId - b.codeId);
  });
}
