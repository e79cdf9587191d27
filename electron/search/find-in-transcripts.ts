import { must } from '#shared/assert.ts';
import { foldText, type FoldedText } from '#shared/search/fold-text.ts';
import { findPhrase, type Phrase } from '#shared/search/phrase.ts';
import type { SearchGroup, TextHit } from '#shared/search/search-contract.ts';
import { contextOfHit } from '#shared/search/search-context.ts';
import { asPhrase, findQuery, type SearchQuery } from '#shared/search/search-query.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { headingOf } from './find-notes.ts';
import { matchOfPhrase, matchOfQuery } from './match-expression.ts';
import {
  countPhrase,
  countWords,
  textOfVersion,
  transcriptsWith,
  type FoundTranscript,
  type PlacedWord,
} from './search-sql.ts';

interface FoundText {
  readonly total: number;
  readonly transcripts: number;
  readonly hits: readonly TextHit[];
}

export function findPhraseInTranscripts(db: ReadableDb, phrase: Phrase, limit: number): FoundText {
  const found = transcriptsWith(db, matchOfPhrase(phrase));
  const find = (text: FoldedText, most: number): TextRange[] => findPhrase(text, phrase, most);
  const { hits, complete } = firstHits(db, found, find, limit);
  // Once every transcript was read, the hits are the total; else the index counts what was not read.
  const total = complete ? hits.length : countAll(db, phrase);
  return { total, transcripts: found.length, hits };
}

export function findInTranscripts(db: ReadableDb, query: SearchQuery, limit: number): SearchGroup {
  const phrase = asPhrase(query);
  const { total, things, more, hits } =
    phrase === null ? readAll(db, query, limit) : counted(findPhraseInTranscripts(db, phrase, limit));
  return {
    field: 'transcripts',
    total,
    things,
    more,
    hits: hits.map((hit) => ({
      place: {
        kind: 'text',
        transcriptId: hit.transcriptId,
        versionId: hit.versionId,
        start: hit.start,
        end: hit.end,
      },
      heading: headingOf(hit),
      part: null,
      context: hit.context,
      start: hit.start - hit.contextStart,
      end: hit.end - hit.contextStart,
    })),
  };
}

type Counted = Pick<SearchGroup, 'total' | 'things' | 'more'> & { readonly hits: readonly TextHit[] };

function counted({ total, transcripts, hits }: FoundText): Counted {
  return { total, things: transcripts, more: false, hits };
}

/** The index cannot count words that are near each other: what was read is what is known. */
function readAll(db: ReadableDb, query: SearchQuery, limit: number): Counted {
  const candidates = transcriptsWith(db, matchOfQuery(query));
  const find = (text: FoldedText, most: number): TextRange[] => findQuery(text, query, most);
  const { hits, complete } = firstHits(db, candidates, find, limit);
  const things = new Set(hits.map(({ transcriptId }) => transcriptId)).size;
  return { total: hits.length, things, more: !complete, hits };
}

function firstHits(
  db: ReadableDb,
  found: readonly FoundTranscript[],
  find: (text: FoldedText, most: number) => readonly TextRange[],
  limit: number,
): { readonly hits: readonly TextHit[]; readonly complete: boolean } {
  const hits: TextHit[] = [];
  for (const transcript of found) {
    const text = textOfVersion(db, transcript.versionId);
    // One more than is wanted tells whether there are more.
    for (const range of find(foldText(text), limit - hits.length + 1)) {
      if (hits.length === limit) return { hits, complete: false };
      const context = contextOfHit(text, range);
      hits.push({
        ...transcript,
        ...range,
        context: text.slice(context.start, context.end),
        contextStart: context.start,
      });
    }
  }
  return { hits, complete: true };
}

function countAll(db: ReadableDb, phrase: Phrase): number {
  const words = placedWords(phrase)
    .map((word) => ({ word, count: countWords(db, word.first, word.last) }))
    .toSorted((a, b) => a.count - b.count);
  const [rarest, ...others] = words;
  const { word, count } = must(rarest, 'a phrase has at least one word');
  if (others.length === 0) return count;
  return countPhrase(
    db,
    word,
    others.map((other) => other.word),
  );
}

function placedWords({ words, prefix }: Phrase): readonly PlacedWord[] {
  return words.map((word, distance) => ({
    first: word,
    last: prefix && distance === words.length - 1 ? word + LAST_CHARACTER : word,
    distance,
  }));
}

/** Sorts behind every other character: `huis` to `huis` + this are all words that begin with `huis`. */
const LAST_CHARACTER = '\u{10ffff}';
