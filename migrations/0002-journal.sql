-- One change_group is one action of a person, and one step of undo.
CREATE TABLE change_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  -- Not a foreign key: the journal outlives what it tells about.
  coder_id INTEGER,
  coder_name TEXT NOT NULL,
  method TEXT NOT NULL,
  label TEXT NOT NULL,
  -- What was being typed, for text that is saved while it is typed: pieces with one key that follow each other are one step.
  typing_key TEXT,
  -- dropped: undone, and then something else was done, so that it can no longer be redone.
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX change_group_by_coder ON change_group (coder_id, state, id);

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES change_group (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- The row as a JSON object, or null where there was none.
  row_before TEXT,
  row_after TEXT
) STRICT;
CREATE INDEX change_by_group ON change (group_id);

-- Undoing and redoing are acts too, and are never erased.
CREATE TABLE undo_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES change_group (id),
  kind TEXT NOT NULL CHECK (kind IN ('undo', 'redo')),
  at TEXT NOT NULL,
  coder_name TEXT NOT NULL
) STRICT;
