-- While a study is coded blind, nobody is shown what others did in a transcript until all who code it have finished it.
ALTER TABLE project ADD COLUMN blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1));
-- The study that this project was made from when a coder opened a package; null for the study itself.
ALTER TABLE project ADD COLUMN origin_uid TEXT;

-- Who codes which transcript independently of the others. A transcript without a line here is coded by everybody.
CREATE TABLE coding_assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  transcript_id INTEGER NOT NULL REFERENCES transcript (id),
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  UNIQUE (transcript_id, coder_id)
) STRICT;
CREATE INDEX coding_assignment_by_coder ON coding_assignment (coder_id);
