-- The pole and the certainty of a coding are part of what a cell rests on: they are added up with its place, from the
-- index alone.
DROP INDEX coding_by_code;
CREATE INDEX coding_by_code ON coding (code_id, version_id, layer_id, start, "end", weight, certainty);
