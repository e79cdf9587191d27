-- How a version of a transcript came of the one before it. A version without a row here was imported.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version_id INTEGER NOT NULL UNIQUE REFERENCES transcript_version (id),
  made_from_id INTEGER NOT NULL REFERENCES transcript_version (id),
  kind TEXT NOT NULL CHECK (kind IN ('edited', 'imported again', 'pseudonyms')),
  reason TEXT NOT NULL DEFAULT '',
  coder_id INTEGER REFERENCES coder (id),
  at TEXT NOT NULL,
  -- Codings whose words stayed exactly as they were.
  kept INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_by_origin ON correction (made_from_id);

-- Codings whose words did not stay as they were. A lost one stands where it stood, in the old version, until it is placed
-- or removed. By uid: the coding may be removed, and found again when the removal is undone.
CREATE TABLE touched_coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  correction_id INTEGER NOT NULL REFERENCES correction (id),
  coding_uid TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('changed', 'lost')),
  -- In the version that was corrected.
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  -- 1 when somebody has looked at it and found it right.
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  UNIQUE (correction_id, coding_uid)
) STRICT;
CREATE INDEX touched_coding_by_coding ON touched_coding (coding_uid);
