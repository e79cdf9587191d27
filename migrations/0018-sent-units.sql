-- The units that a text was sent out with, in the project of a coder who got it: without who marked them, or codes.
CREATE TABLE sent_unit_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL UNIQUE REFERENCES transcript_version (id),
  session_name TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  -- JSON list of [start, end].
  units TEXT NOT NULL
) STRICT;
