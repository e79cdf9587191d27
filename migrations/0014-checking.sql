-- A cell is a claim: what it rested on when somebody last stood by it, as fingerprints (shared/checking/cell-inputs.ts).
-- That it is stale is worked out from this whenever it is asked, and kept nowhere.
CREATE TABLE cell_basis (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL UNIQUE REFERENCES matrix_cell (id),
  mark TEXT NOT NULL CHECK (mark IN ('draft', 'ready', 'not asked', 'nothing said')),
  -- A sum over the rows as they are numbered in this file: the same sum, the same inputs. Another sum is looked into.
  quick TEXT NOT NULL,
  -- SHA-256 of what the inputs say, wherever they stand.
  input_hash TEXT NOT NULL,
  inputs TEXT NOT NULL,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;

-- “Still right”: a person looked at what had changed and stands by the claim. `what` holds no words of the interviews.
CREATE TABLE cell_confirmation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX cell_confirmation_by_cell ON cell_confirmation (cell_id);

-- A sentence of a summary and a fragment that it rests on. The sentence is kept as it reads, so that the link is found
-- again after the summary was edited; the fragment is known by uid, so that a link never keeps it from being removed.
CREATE TABLE cell_sentence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  sentence TEXT NOT NULL,
  coding_uid TEXT NOT NULL,
  UNIQUE (cell_id, sentence, coding_uid)
) STRICT;
CREATE INDEX cell_sentence_by_coding ON cell_sentence (coding_uid);

CREATE TABLE check_assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  checker_id INTEGER NOT NULL REFERENCES coder (id),
  mode TEXT NOT NULL CHECK (mode IN ('open', 'own summary', 'own rating')),
  assigned_by INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  UNIQUE (cell_id, checker_id)
) STRICT;
CREATE INDEX check_assignment_by_checker ON check_assignment (checker_id);

-- One look of a checker at a claim. It is about the claim that has this hash and rests on inputs that have that one;
-- when the cell is another, the check is history and the cell waits to be checked again.
CREATE TABLE cell_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  checker_id INTEGER NOT NULL REFERENCES coder (id),
  claim_hash TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  summary TEXT NOT NULL,
  own_summary TEXT NOT NULL DEFAULT '',
  own_rating TEXT,
  -- Null: the checker has written their own first, and not decided yet.
  verdict TEXT CHECK (verdict IN ('agree', 'minor', 'major')),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  answered_by INTEGER REFERENCES coder (id),
  answered_at TEXT,
  resolution TEXT NOT NULL DEFAULT '',
  resolved_by INTEGER REFERENCES coder (id),
  resolved_at TEXT
) STRICT;
CREATE INDEX cell_check_by_cell ON cell_check (cell_id);
CREATE INDEX cell_check_by_checker ON cell_check (checker_id);

-- Counting, and what cells rest on, are answered from this index alone.
DROP INDEX coding_by_code;
CREATE INDEX coding_by_code ON coding (code_id, version_id, layer_id, start, "end");

-- In the project that a checker makes of a check package: the cells as they came (shared/checking/check-item.ts), and
-- what the checker says of them. The study itself is not in it.
CREATE TABLE check_package (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL,
  study_uid TEXT NOT NULL,
  study_title TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE package_verdict (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  cell_uid TEXT NOT NULL UNIQUE,
  own_summary TEXT NOT NULL DEFAULT '',
  own_rating TEXT,
  verdict TEXT CHECK (verdict IN ('agree', 'minor', 'major')),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
) STRICT;
