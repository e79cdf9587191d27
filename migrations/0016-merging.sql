-- What was merged into this project, and when.
CREATE TABLE merge_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  coder_name TEXT NOT NULL,
  source_name TEXT NOT NULL,
  study_title TEXT NOT NULL,
  made_by TEXT NOT NULL,
  -- JSON: what became of the rows of each table (shared/packages/merge-report.ts).
  counts TEXT NOT NULL
) STRICT;

-- A row that came under another uid and is the same thing as one that was here: the same passage coded by the same
-- coder, the same text, or a code of which a person said that it is the same.
CREATE TABLE merge_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  same_as TEXT NOT NULL
) STRICT;

-- States of rows that were left behind by a later state, in this file or in one that was merged: met again in an older
-- package, they are nothing new. A state is a hash of what the row says.
CREATE TABLE merge_known (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  state TEXT NOT NULL,
  UNIQUE (table_name, row_key, state)
) STRICT;

-- What came and could not take its place: another wording of something that was changed here too, or a coding whose
-- passage is not in our text. Kept beside ours until somebody decides, and after.
CREATE TABLE merge_kept (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('conflict', 'not placed')),
  -- What it is, in a line for a person.
  label TEXT NOT NULL,
  -- The row as JSON; what it refers to stands there by uid, so that it can travel.
  content TEXT NOT NULL,
  from_name TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Which of the two stands, once somebody has decided.
  outcome TEXT CHECK (outcome IN ('ours', 'theirs')),
  settled_by TEXT,
  settled_at TEXT,
  UNIQUE (table_name, row_key, state)
) STRICT;
