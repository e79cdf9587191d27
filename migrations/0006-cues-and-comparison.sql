-- What a coder decided about a sentence in which a cue of a code was found: it is not proposed again. The codings that
-- came of it live a life of their own.
CREATE TABLE cue_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  outcome TEXT NOT NULL CHECK (outcome IN ('sentence', 'turn', 'other code', 'skipped')),
  at TEXT NOT NULL,
  UNIQUE (code_id, version_id, start, "end", coder_id)
) STRICT;
CREATE INDEX cue_decision_by_version ON cue_decision (version_id);

-- One fragment of a code held against another, or (other_id is null) against all that the code held then.
CREATE TABLE comparison (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  coding_id INTEGER NOT NULL REFERENCES coding (id),
  other_id INTEGER REFERENCES coding (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('fits', 'stretches', 'does not fit')),
  kind TEXT NOT NULL CHECK (kind IN ('within case', 'within group', 'between groups', 'with theory')),
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX comparison_of_two ON comparison (coding_id, code_id, coder_id, coalesce(other_id, 0));
CREATE INDEX comparison_by_other ON comparison (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX comparison_by_code ON comparison (code_id, coder_id);

-- “No new codes” after a transcript: an outcome, and not only the absence of one.
CREATE TABLE saturation_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER NOT NULL REFERENCES transcript (id),
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (transcript_id, coder_id)
) STRICT;
