-- How sure the coder is: 1 unsure, 2 fairly sure, 3 sure, null when not said.
ALTER TABLE coding ADD COLUMN certainty INTEGER CHECK (certainty BETWEEN 1 AND 3);
-- 1 for a quotation worth quoting.
ALTER TABLE coding ADD COLUMN good_quotation INTEGER NOT NULL DEFAULT 0 CHECK (good_quotation IN (0, 1));
-- Who wrote the translation, null when there is none or nobody knows.
ALTER TABLE coding ADD COLUMN translator_id INTEGER REFERENCES coder (id);
CREATE INDEX coding_by_translator ON coding (translator_id) WHERE translator_id IS NOT NULL;

-- A coder says of a transcript: I am done with this one.
CREATE TABLE finished_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  transcript_id INTEGER NOT NULL REFERENCES transcript (id),
  at TEXT NOT NULL,
  UNIQUE (transcript_id, coder_id)
) STRICT;
CREATE INDEX finished_mark_by_coder ON finished_mark (coder_id);

-- The history of one row, however long the journal is.
CREATE INDEX change_by_row ON change (row_id, table_name);
