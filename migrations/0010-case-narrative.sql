-- What one case is, told as a whole: written within the case, before cases are compared.
CREATE TABLE case_narrative (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  participant_id INTEGER NOT NULL UNIQUE REFERENCES participant (id),
  text TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES coder (id),
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX case_narrative_by_author ON case_narrative (author_id);
