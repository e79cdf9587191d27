import { readPhrase } from '#shared/search/phrase.ts';
import type { searchContract } from '#shared/search/search-contract.ts';
import { readQuery } from '#shared/search/search-query.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { codeHits } from './code-hits.ts';
import { findInTranscripts, findPhraseInTranscripts } from './find-in-transcripts.ts';
import { findNotes } from './find-notes.ts';

export const searchHandlers: HandlersOf<typeof searchContract> = {
  text({ db }, { text, limit }) {
    const phrase = readPhrase(text);
    if (phrase === null) return { total: 0, transcripts: 0, hits: [] };
    return findPhraseInTranscripts(db, phrase, limit);
  },

  find({ db, coderId }, { text, fields, limit }) {
    const query = readQuery(text);
    if (query === null) return [];
    return [...new Set(fields)].map((field) =>
      field === 'transcripts'
        ? findInTranscripts(db, query, limit)
        : findNotes(db, coderId, query, field, limit),
    );
  },

  codeHits: (context, input) => codeHits(context, input),
};
