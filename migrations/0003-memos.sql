-- A memo is about one thing of the study, or about the study as a whole (then all five references are null). When the
-- thing is removed, the memo stays and keeps what it was about in was_kind and was_name.
CREATE TABLE memo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL CHECK (class IN ('analytic', 'method', 'reflexive', 'comparison')),
  comparison TEXT CHECK (
    comparison IS NULL
    OR class = 'comparison' AND comparison IN ('within case', 'within group', 'between groups', 'with theory')
  ),
  title TEXT NOT NULL,
  participant_id INTEGER REFERENCES participant (id),
  transcript_id INTEGER REFERENCES transcript (id),
  code_id INTEGER REFERENCES code (id),
  coding_id INTEGER REFERENCES coding (id),
  cell_id INTEGER REFERENCES matrix_cell (id),
  was_kind TEXT,
  was_name TEXT,
  author_id INTEGER NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- The document as JSON (shared/memos/rich-text.ts), and its words for search.
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  CHECK (
    (participant_id IS NOT NULL) + (transcript_id IS NOT NULL) + (code_id IS NOT NULL) + (coding_id IS NOT NULL)
    + (cell_id IS NOT NULL) <= 1
  )
) STRICT;
CREATE INDEX memo_by_participant ON memo (participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX memo_by_transcript ON memo (transcript_id) WHERE transcript_id IS NOT NULL;
CREATE INDEX memo_by_code ON memo (code_id) WHERE code_id IS NOT NULL;
CREATE INDEX memo_by_coding ON memo (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX memo_by_cell ON memo (cell_id) WHERE cell_id IS NOT NULL;

-- What the @ links in a memo point to. By uid and not by reference, so that a link never keeps a thing from being removed,
-- finds it again when the removal is undone, and travels between files.
CREATE TABLE memo_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memo_id INTEGER NOT NULL REFERENCES memo (id),
  kind TEXT NOT NULL,
  target_uid TEXT NOT NULL,
  -- What the target was called when it was removed.
  was_name TEXT,
  UNIQUE (memo_id, target_uid)
) STRICT;
CREATE INDEX memo_link_by_target ON memo_link (target_uid);
