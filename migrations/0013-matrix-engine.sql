-- One engine for every display: a matrix says what its rows are, a column what it asks, a cell stands where they cross.
ALTER TABLE matrix ADD COLUMN row_kind TEXT NOT NULL DEFAULT 'cases'
  CHECK (row_kind IN ('cases', 'groups', 'sites', 'roles', 'codes', 'sections', 'coders', 'all'));
-- For groups: the attribute whose values are the rows.
ALTER TABLE matrix ADD COLUMN row_attribute_id INTEGER REFERENCES attribute (id);
-- The ready display that it was set up as (shared/matrices/displays.ts), '' for none.
ALTER TABLE matrix ADD COLUMN display TEXT NOT NULL DEFAULT '';
-- What a cell shows, of: summary, quotations, count, rating, symbol. Words with spaces between.
ALTER TABLE matrix ADD COLUMN shows TEXT NOT NULL DEFAULT 'summary count rating symbol';
-- Which cases count, as JSON (shared/matrices/case-filter.ts): attributes by id, with the values that stay.
ALTER TABLE matrix ADD COLUMN filter TEXT NOT NULL DEFAULT '[]';

-- For rows that are codes.
CREATE TABLE matrix_row_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  matrix_id INTEGER NOT NULL REFERENCES matrix (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL,
  UNIQUE (matrix_id, code_id)
) STRICT;
CREATE INDEX matrix_row_code_by_code ON matrix_row_code (code_id);

-- codes: fragments of its codes. group: the cases with case_value of the attribute. attribute: its values. rating,
-- checklist, condition, verdict: what somebody judged, on the fragments of its codes. cells: drawn from other columns.
ALTER TABLE matrix_column ADD COLUMN kind TEXT NOT NULL DEFAULT 'codes'
  CHECK (kind IN ('codes', 'group', 'attribute', 'rating', 'checklist', 'condition', 'verdict', 'cells'));
ALTER TABLE matrix_column ADD COLUMN attribute_id INTEGER REFERENCES attribute (id);
ALTER TABLE matrix_column ADD COLUMN case_value TEXT;
-- What −2 and +2 of a rating stand for.
ALTER TABLE matrix_column ADD COLUMN pole_low TEXT NOT NULL DEFAULT '';
ALTER TABLE matrix_column ADD COLUMN pole_high TEXT NOT NULL DEFAULT '';
CREATE INDEX matrix_column_by_attribute ON matrix_column (attribute_id) WHERE attribute_id IS NOT NULL;

-- The columns of other matrices from whose cells a column of kind “cells” is drawn.
CREATE TABLE matrix_column_source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  column_id INTEGER NOT NULL REFERENCES matrix_column (id),
  source_id INTEGER NOT NULL REFERENCES matrix_column (id),
  position INTEGER NOT NULL,
  UNIQUE (column_id, source_id),
  CHECK (column_id <> source_id)
) STRICT;
CREATE INDEX matrix_column_source_by_source ON matrix_column_source (source_id);

-- How one matrix was made from another, step by step: what was drawn, merged, left out, and why. Columns are named and
-- not referred to (uids and titles, as JSON in `sources`), so that the log outlives what it tells of.
CREATE TABLE reduction_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  matrix_id INTEGER NOT NULL REFERENCES matrix (id),
  kind TEXT NOT NULL CHECK (kind IN ('draw', 'merge', 'leave out', 'remove')),
  column_uid TEXT,
  column_title TEXT NOT NULL,
  sources TEXT NOT NULL,
  reason TEXT NOT NULL,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX reduction_step_by_matrix ON reduction_step (matrix_id);

-- A cell is found by what its row is about, in words that travel between files (shared/matrices/row-keys.ts).
-- participant_id repeats the case of a row that is a case; row_name keeps what a row was called when its case or code was
-- removed: the cell stays.
CREATE TABLE new_matrix_cell (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  column_id INTEGER NOT NULL REFERENCES matrix_column (id),
  participant_id INTEGER REFERENCES participant (id),
  summary TEXT NOT NULL,
  author_id INTEGER REFERENCES coder (id),
  updated_at TEXT NOT NULL,
  row_key TEXT NOT NULL,
  row_name TEXT NOT NULL DEFAULT '',
  rating TEXT CHECK (rating IN ('-2', '-1', '0', '1', '2', 'mixed', 'no data')),
  symbol TEXT CHECK (
    symbol IN ('present', 'absent', 'unclear', 'met', 'missed', 'unknown', 'converge', 'partly', 'diverge')
  ),
  rationale TEXT NOT NULL DEFAULT '',
  UNIQUE (column_id, row_key)
) STRICT;
INSERT INTO new_matrix_cell (id, uid, column_id, participant_id, summary, author_id, updated_at, row_key)
SELECT cell.id, cell.uid, cell.column_id, cell.participant_id, cell.summary, cell.author_id, cell.updated_at,
       'case:' || participant.uid
FROM matrix_cell AS cell JOIN participant ON participant.id = cell.participant_id;

-- Evidence is a fragment, or a cell of the matrix that this one was drawn from.
CREATE TABLE new_cell_evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  coding_id INTEGER REFERENCES coding (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'qualifies', 'contradicts')),
  source_cell_id INTEGER REFERENCES matrix_cell (id),
  UNIQUE (cell_id, coding_id),
  UNIQUE (cell_id, source_cell_id),
  CHECK ((coding_id IS NULL) <> (source_cell_id IS NULL))
) STRICT;
INSERT INTO new_cell_evidence (id, cell_id, coding_id, stance)
SELECT id, cell_id, coding_id, stance FROM cell_evidence;

DROP TABLE cell_evidence;
DROP TABLE matrix_cell;
ALTER TABLE new_matrix_cell RENAME TO matrix_cell;
ALTER TABLE new_cell_evidence RENAME TO cell_evidence;
CREATE INDEX matrix_cell_by_participant ON matrix_cell (participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX matrix_cell_by_row ON matrix_cell (row_key);
CREATE INDEX cell_evidence_by_coding ON cell_evidence (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX cell_evidence_by_source ON cell_evidence (source_cell_id) WHERE source_cell_id IS NOT NULL;

-- Undo brings rows back as the journal has them: those of cells must have a row too. The case of a cell may itself be gone;
-- then the journal knows its uid.
UPDATE change SET
  row_before = json_set(row_before, '$.row_key', 'case:' || coalesce(
    (SELECT uid FROM participant WHERE id = json_extract(row_before, '$.participant_id')),
    (SELECT json_extract(coalesce(gone.row_before, gone.row_after), '$.uid') FROM change AS gone
     WHERE gone.table_name = 'participant' AND gone.row_id = json_extract(change.row_before, '$.participant_id') LIMIT 1)
  ))
WHERE table_name = 'matrix_cell' AND row_before IS NOT NULL;
UPDATE change SET
  row_after = json_set(row_after, '$.row_key', 'case:' || coalesce(
    (SELECT uid FROM participant WHERE id = json_extract(row_after, '$.participant_id')),
    (SELECT json_extract(coalesce(gone.row_before, gone.row_after), '$.uid') FROM change AS gone
     WHERE gone.table_name = 'participant' AND gone.row_id = json_extract(change.row_after, '$.participant_id') LIMIT 1)
  ))
WHERE table_name = 'matrix_cell' AND row_after IS NOT NULL;
