-- The words of memos, translations, codes and cells, folded as those of transcripts are; rowid = id * 32 + the number of
-- the column in electron/search/note-columns.ts. It holds no text of its own, and triggers of the program keep it.
CREATE VIRTUAL TABLE note_index USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  tokenize = 'ascii'
);

-- A question about fragments that was kept under a name.
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- JSON, as shared/retrieval/fragment-query.ts has it.
  definition TEXT NOT NULL,
  created_at TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
