import { must } from '#shared/assert.ts';
import { foldText } from '#shared/search/fold-text.ts';
import { findPhrase, readPhrase, type Phrase } from '#shared/search/phrase.ts';
import type { searchContract, TextHit } from '#shared/search/search-contract.ts';
import { contextOfHit } from '#shared/search/search-context.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  countPhrase,
  countWords,
  textOfVersion,
  transcriptsWith,
  type FoundTranscript,
  type PlacedWord,
} from './search-sql.ts';

export const searchHandlers: HandlersOf<typeof searchContract> = {
  text({ db }, { text, limit }) {
    const phrase = readPhrase(text);
    if (phrase === null) return { total: 0, transcripts: 0, hits: [] };
    const found = transcriptsWith(db, matchExpression(phrase));
    const { hits, complete } = firstHits(db, found, phrase, limit);
    // Once every transcript was read, the hits are the total; else the index counts what was not read.
    const total = complete ? hits.length : countAll(db, phrase);
    return { total, transcripts: found.length, hits };
  },
};

/** The words hold no quotation mark: a person's text can never become syntax of FTS5. */
function matchExpression({ words, prefix }: Phrase): string {
  return `"${words.join(' ')}"${prefix ? '*' : ''}`;
}

function firstHits(
  db: ReadableDb,
  found: readonly FoundTranscript[],
  phrase: Phrase,
  limit: number,
): { readonly hits: readonly TextHit[]; readonly complete: boolean } {
  const hits: TextHit[] = [];
  for (const transcript of found) {
    const text = textOfVersion(db, transcript.versionId);
    // One more than is wanted tells whether there are more.
    const ranges = findPhrase(foldText(text), phrase, limit - hits.length + 1);
    for (const range of ranges) {
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
