-- What the method asks to know of a code beyond its definition. `defined_at` is when its wording was last changed:
-- codings made before that were made under another definition.
ALTER TABLE code ADD COLUMN use_when TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN not_when TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN instead_id INTEGER REFERENCES code (id);
ALTER TABLE code ADD COLUMN defined_at TEXT;
CREATE INDEX code_by_instead ON code (instead_id) WHERE instead_id IS NOT NULL;

-- '' is any language; otherwise a language tag such as 'nl'.
ALTER TABLE cue ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- The words are kept as they were picked, with where they came from, so that an example outlives the coding it came from.
-- That coding is known by uid and not by reference: it may be removed, and found again when the removal is undone.
CREATE TABLE code_example (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code_id INTEGER NOT NULL REFERENCES code (id),
  kind TEXT NOT NULL CHECK (kind IN ('example', 'near miss')),
  coding_uid TEXT,
  quotation TEXT NOT NULL,
  source TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX code_example_by_code ON code_example (code_id);

-- See also: holds both ways, so it is kept once.
CREATE TABLE code_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code_id INTEGER NOT NULL REFERENCES code (id),
  other_id INTEGER NOT NULL REFERENCES code (id),
  UNIQUE (code_id, other_id),
  CHECK (code_id < other_id)
) STRICT;
CREATE INDEX code_link_by_other ON code_link (other_id);

-- A set of codes of which at most one applies to a passage in a layer.
CREATE TABLE exclusive_domain (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;
CREATE TABLE exclusive_domain_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  domain_id INTEGER NOT NULL REFERENCES exclusive_domain (id),
  code_id INTEGER NOT NULL REFERENCES code (id),
  UNIQUE (domain_id, code_id)
) STRICT;
CREATE INDEX exclusive_domain_code_by_code ON exclusive_domain_code (code_id);

-- The codebook as it was: a snapshot is never changed (shared/codebook/codebook-snapshot.ts).
CREATE TABLE codebook_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  coder_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  snapshot TEXT NOT NULL
) STRICT;

-- A coding that somebody looked at: after its code was defined anew, or while its code was split and it stayed.
-- By uid, as in code_example.
CREATE TABLE coding_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  coding_uid TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('definition', 'split')),
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  UNIQUE (coding_uid, reason)
) STRICT;

-- The codes into which a code is being split, under the keys 1 to 9.
CREATE TABLE split_target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code_id INTEGER NOT NULL REFERENCES code (id),
  target_id INTEGER NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL,
  UNIQUE (code_id, target_id)
) STRICT;
CREATE INDEX split_target_by_target ON split_target (target_id);
