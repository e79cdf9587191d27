-- 1 for the one act that cannot be undone: a participant was withdrawn, and undo ends there for everybody.
ALTER TABLE change_group ADD COLUMN barrier INTEGER NOT NULL DEFAULT 0 CHECK (barrier IN (0, 1));
CREATE INDEX change_group_barrier ON change_group (id) WHERE barrier = 1;
