-- Some coders, the same texts, one codebook: what they agreed on, where they differed, and what became of it.
CREATE TABLE comparison_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- practice: never counted. drift: a later round on a small new sample. same coder: earlier and later codings of one.
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'round', 'drift', 'same coder')),
  round INTEGER NOT NULL,
  unit_kind TEXT NOT NULL,
  overlap TEXT NOT NULL,
  -- Whose spans are the units, for units of that kind.
  unit_coder_id INTEGER REFERENCES coder (id),
  with_interviewer INTEGER NOT NULL DEFAULT 0 CHECK (with_interviewer IN (0, 1)),
  -- Uids of the codes that are compared, as JSON; null for all but the structural ones.
  codes TEXT,
  seed INTEGER NOT NULL,
  -- How the transcripts were drawn, as JSON; null when they were chosen by hand.
  draw TEXT,
  codebook_version_id INTEGER REFERENCES codebook_version (id),
  -- The consensus layer, from when comparing began.
  layer_id INTEGER REFERENCES layer (id),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  -- When comparing began: from then on the independent codings are those of comparison_frozen.
  frozen_at TEXT
) STRICT;
CREATE INDEX comparison_session_by_layer ON comparison_session (layer_id) WHERE layer_id IS NOT NULL;

-- `earlier_id`: this one's codings as they were frozen in an earlier session.
CREATE TABLE comparison_coder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES comparison_session (id),
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  earlier_id INTEGER REFERENCES comparison_session (id),
  position INTEGER NOT NULL,
  UNIQUE (session_id, position)
) STRICT;

-- Scope and units as JSON lists of [start, end], fixed when the session is made: what is sent to coders.
CREATE TABLE comparison_transcript (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES comparison_session (id),
  transcript_id INTEGER NOT NULL REFERENCES transcript (id),
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  scope TEXT NOT NULL,
  units TEXT NOT NULL,
  UNIQUE (session_id, transcript_id)
) STRICT;
CREATE INDEX comparison_transcript_by_transcript ON comparison_transcript (transcript_id);
CREATE INDEX comparison_transcript_by_version ON comparison_transcript (version_id);

-- The codings of one coder in one transcript when comparing began, as JSON (shared/comparison/frozen-codings.ts). There is
-- no row for one who had not finished it. Nothing that is done later changes them: figures rest on these.
CREATE TABLE comparison_frozen (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES comparison_session (id),
  position INTEGER NOT NULL,
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  codings TEXT NOT NULL,
  UNIQUE (session_id, position, version_id)
) STRICT;
CREATE INDEX comparison_frozen_by_version ON comparison_frozen (version_id);

-- How a difference was settled. It is known by the uids of the codings that it is about.
CREATE TABLE comparison_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES comparison_session (id),
  difference TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('one coder', 'all', 'new span', 'neither', 'unresolved')),
  -- Place of the coder whose reading stands, for 'one coder'.
  position INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  -- Places of who proposed it, and (JSON) of who gave in.
  proposed_by INTEGER,
  yielded TEXT NOT NULL DEFAULT '[]',
  decided_by INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  -- Uids of the codings that it put into the consensus layer, as JSON.
  codings TEXT NOT NULL DEFAULT '[]',
  UNIQUE (session_id, difference)
) STRICT;

-- A change of the codebook, with the differences that caused it (JSON list of keys).
CREATE TABLE comparison_codebook_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES comparison_session (id),
  code_uid TEXT NOT NULL,
  code_name TEXT NOT NULL,
  note TEXT NOT NULL,
  differences TEXT NOT NULL,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX comparison_codebook_change_by_session ON comparison_codebook_change (session_id);

-- What agreement was found, as JSON (shared/agreement/agreement-report.ts): kept so that rounds can be held side by side.
CREATE TABLE comparison_result (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL UNIQUE REFERENCES comparison_session (id),
  at TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;
