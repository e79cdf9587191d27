-- Participants who withdrew, so that an older copy of a colleague does not bring them back: hashes of the random ids that
-- they, their transcripts and the texts of these had, and of the hashes of these texts. Nothing here says who it was.
CREATE TABLE withdrawn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE
) STRICT;
