-- Rules that hold for every table: STRICT; INTEGER and TEXT only, so that the journal's JSON is exact;
-- no ON DELETE CASCADE, so that no row disappears without its own line in the journal.
-- `id` is local to the file, `uid` is the identity that travels between files.

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  title TEXT NOT NULL,
  research_question TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;

-- A layer holds the codings of one coder, or of a consensus (then coder_id is null).
CREATE TABLE layer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  coder_id INTEGER REFERENCES coder (id),
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX layer_by_coder ON layer (coder_id);

CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE attribute (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  type TEXT NOT NULL CHECK (type IN ('text', 'whole number', 'decimal', 'date', 'yes/no', 'one of')),
  position INTEGER NOT NULL
) STRICT;

-- Values are kept as they were written; the attribute's type says how to compare them.
CREATE TABLE attribute_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  attribute_id INTEGER NOT NULL REFERENCES attribute (id),
  value TEXT NOT NULL,
  UNIQUE (participant_id, attribute_id)
) STRICT;
CREATE INDEX attribute_value_by_attribute ON attribute_value (attribute_id);

CREATE TABLE transcript (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  participant_id INTEGER REFERENCES participant (id),
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX transcript_by_participant ON transcript (participant_id);

-- A version is never changed: every position in the file counts UTF-16 code units of one version's text.
CREATE TABLE transcript_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER NOT NULL REFERENCES transcript (id),
  number INTEGER NOT NULL,
  length INTEGER NOT NULL,
  words INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Last, so that a list of transcripts is read without walking through their texts.
  text TEXT NOT NULL,
  UNIQUE (transcript_id, number)
) STRICT;

-- start..end is what was said; label_start..start holds the label "T01: " as it stands in the text.
CREATE TABLE turn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  number INTEGER NOT NULL,
  speaker TEXT,
  role TEXT NOT NULL CHECK (role IN ('interviewer', 'participant', 'other', 'none')),
  label_start INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (version_id, number)
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  heading_start INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (version_id, number)
) STRICT;

-- `key` is the id that the code had in the file it came from.
CREATE TABLE code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES code (id),
  key TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL DEFAULT '',
  color TEXT NOT NULL,
  pole_low TEXT,
  pole_high TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX code_by_parent ON code (parent_id);

CREATE TABLE cue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code_id INTEGER NOT NULL REFERENCES code (id),
  phrase TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (code_id, phrase)
) STRICT;

CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  layer_id INTEGER NOT NULL REFERENCES layer (id),
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  -- The pole of a code with two poles: -1 the low one, 1 the high one, null when not marked.
  weight INTEGER,
  memo TEXT NOT NULL DEFAULT '',
  translation TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  -- The same code twice on one passage by one coder says nothing and spoils every count.
  UNIQUE (version_id, start, "end", code_id, layer_id)
) STRICT;
CREATE INDEX coding_by_code ON coding (code_id, version_id, layer_id);
CREATE INDEX coding_by_layer ON coding (layer_id);

CREATE TABLE matrix (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  position INTEGER NOT NULL,
  -- Which layers count: null means all of them.
  layer_id INTEGER REFERENCES layer (id),
  sort_attribute_id INTEGER REFERENCES attribute (id),
  sort_column_id INTEGER,
  sort_descending INTEGER NOT NULL DEFAULT 0,
  group_attribute_id INTEGER REFERENCES attribute (id),
  decision_rules TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX matrix_by_layer ON matrix (layer_id);

CREATE TABLE matrix_column (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  matrix_id INTEGER NOT NULL REFERENCES matrix (id),
  title TEXT NOT NULL,
  decision_rule TEXT NOT NULL DEFAULT '',
  width INTEGER NOT NULL DEFAULT 240,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX matrix_column_by_matrix ON matrix_column (matrix_id, position);

-- A column shows the fragments of its codes and of everything below them.
CREATE TABLE matrix_column_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  column_id INTEGER NOT NULL REFERENCES matrix_column (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL,
  UNIQUE (column_id, code_id)
) STRICT;
CREATE INDEX matrix_column_code_by_code ON matrix_column_code (code_id);

CREATE TABLE matrix_cell (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  column_id INTEGER NOT NULL REFERENCES matrix_column (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  summary TEXT NOT NULL,
  author_id INTEGER REFERENCES coder (id),
  updated_at TEXT NOT NULL,
  UNIQUE (column_id, participant_id)
) STRICT;
CREATE INDEX matrix_cell_by_participant ON matrix_cell (participant_id);

CREATE TABLE cell_evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cell_id INTEGER NOT NULL REFERENCES matrix_cell (id),
  coding_id INTEGER NOT NULL REFERENCES coding (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'qualifies', 'contradicts')),
  UNIQUE (cell_id, coding_id)
) STRICT;
CREATE INDEX cell_evidence_by_coding ON cell_evidence (coding_id);

-- The words of the newest version of every transcript, folded; rowid = transcript_version.id. It holds no text of its own.
-- What a word is, and how it is folded, is decided by one function of the program (and not by the tokenizer, which finds
-- only words between spaces), so that what is counted here and what is shown as a hit are the same. The triggers that keep
-- the index need that function, so they are made when the program opens the file.
CREATE VIRTUAL TABLE transcript_index USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  tokenize = 'ascii'
);
CREATE VIRTUAL TABLE transcript_index_term USING fts5vocab (transcript_index, row);
CREATE VIRTUAL TABLE transcript_index_place USING fts5vocab (transcript_index, instance);
