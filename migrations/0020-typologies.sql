-- Types: a typology divides the cases of a study by what was learned of them, each type with its definition.
CREATE TABLE typology (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- What it rests on, and how it was come by.
  basis TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE type (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  typology_id INTEGER NOT NULL REFERENCES typology (id),
  name TEXT NOT NULL COLLATE NOCASE,
  definition TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  -- Why it has to be looked at again; empty when it need not.
  stale TEXT NOT NULL DEFAULT '' CHECK (stale IN ('', 'withdrawn')),
  UNIQUE (typology_id, name)
) STRICT;

-- A case has one place in a typology. Without a type: it was looked at and fits none clearly.
CREATE TABLE type_assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  typology_id INTEGER NOT NULL REFERENCES typology (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  type_id INTEGER REFERENCES type (id),
  rationale TEXT NOT NULL DEFAULT '',
  assigned_by INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  UNIQUE (typology_id, participant_id)
) STRICT;
CREATE INDEX type_assignment_by_type ON type_assignment (type_id) WHERE type_id IS NOT NULL;
CREATE INDEX type_assignment_by_participant ON type_assignment (participant_id);
CREATE INDEX type_assignment_by_coder ON type_assignment (assigned_by);

-- A memo can be about a type.
ALTER TABLE memo ADD COLUMN type_id INTEGER REFERENCES type (id);
CREATE INDEX memo_by_type ON memo (type_id) WHERE type_id IS NOT NULL;
