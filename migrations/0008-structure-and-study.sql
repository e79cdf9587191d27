-- Time codes, as a subtitle file or a transcription program gives them.
ALTER TABLE turn ADD COLUMN start_ms INTEGER;
ALTER TABLE turn ADD COLUMN end_ms INTEGER;

-- The interview guide: what was to be asked.
CREATE TABLE guide_part (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE guide_question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  part_id INTEGER NOT NULL REFERENCES guide_part (id),
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX guide_question_by_part ON guide_question (part_id);

-- A part runs from heading to heading; a question, inside it, from where it is asked to the next one.
ALTER TABLE section ADD COLUMN kind TEXT NOT NULL DEFAULT 'part' CHECK (kind IN ('part', 'question'));
ALTER TABLE section ADD COLUMN guide_question_id INTEGER REFERENCES guide_question (id);
CREATE INDEX section_by_guide_question ON section (guide_question_id) WHERE guide_question_id IS NOT NULL;

-- Stretches of a text that are not what an interview is counted by. Front matter: what stands before anybody speaks.
-- Excluded: left out of counts and agreement. Voice: who speaks inside the turn of another.
CREATE TABLE span (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version_id INTEGER NOT NULL REFERENCES transcript_version (id),
  kind TEXT NOT NULL CHECK (kind IN ('front matter', 'excluded', 'voice')),
  note TEXT NOT NULL DEFAULT '',
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  UNIQUE (version_id, kind, start, "end")
) STRICT;

-- About the interview; empty when not known. The date as YYYY-MM-DD.
ALTER TABLE transcript ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE transcript ADD COLUMN held_on TEXT NOT NULL DEFAULT '';
ALTER TABLE transcript ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE transcript ADD COLUMN minutes INTEGER;
ALTER TABLE transcript ADD COLUMN interviewer TEXT NOT NULL DEFAULT '';
ALTER TABLE transcript ADD COLUMN mode TEXT NOT NULL DEFAULT '';
-- How the file was read: its format, and the encoding when it is one of characters.
ALTER TABLE transcript ADD COLUMN source_format TEXT NOT NULL DEFAULT '';
ALTER TABLE transcript ADD COLUMN source_encoding TEXT NOT NULL DEFAULT '';
CREATE INDEX transcript_version_by_hash ON transcript_version (sha256);

CREATE TABLE site (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
ALTER TABLE participant ADD COLUMN site_id INTEGER REFERENCES site (id);
CREATE INDEX participant_by_site ON participant (site_id);

-- Dates as YYYY-MM-DD, empty until it has happened. A transcript is cleared when the first two are there.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  participant_id INTEGER NOT NULL UNIQUE REFERENCES participant (id),
  principal_approved_on TEXT NOT NULL DEFAULT '',
  information_given_on TEXT NOT NULL DEFAULT '',
  purpose_explained INTEGER NOT NULL DEFAULT 0 CHECK (purpose_explained IN (0, 1)),
  anonymity_promised INTEGER NOT NULL DEFAULT 0 CHECK (anonymity_promised IN (0, 1)),
  withdrawal_explained INTEGER NOT NULL DEFAULT 0 CHECK (withdrawal_explained IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- A type more, and a range or a list of choices that values are held against as a warning. A check cannot be changed
-- in place; the numbers go on where they were, for the journal may still bring old rows back.
CREATE TABLE attribute_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  type TEXT NOT NULL CHECK (type IN ('text', 'whole number', 'decimal', 'date', 'yes/no', 'one of', 'many of')),
  position INTEGER NOT NULL,
  range_min TEXT NOT NULL DEFAULT '',
  range_max TEXT NOT NULL DEFAULT '',
  -- One on each line; empty when anything may be chosen.
  choices TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO attribute_new (id, uid, name, type, position) SELECT id, uid, name, type, position FROM attribute;
DELETE FROM sqlite_sequence WHERE name = 'attribute_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'attribute_new', seq FROM sqlite_sequence WHERE name = 'attribute';
DROP TABLE attribute;
ALTER TABLE attribute_new RENAME TO attribute;
