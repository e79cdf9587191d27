-- A sentence of a summary in a matrix that is drawn from another one, and a cell there that it rests on. As with fragments
-- (cell_sentence) the sentence is kept as it reads, and the cell is known by uid: a link never keeps it from being removed.
CREATE TABLE cell_sentence_source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  sentence TEXT NOT NULL,
  source_uid TEXT NOT NULL,
  UNIQUE (cell_id, sentence, source_uid)
) STRICT;
CREATE INDEX cell_sentence_source_by_source ON cell_sentence_source (source_uid);
