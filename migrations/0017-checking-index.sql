-- The states of a large matrix are read from this alone: the rows themselves are long, for the inputs that they hold.
CREATE INDEX cell_basis_quick ON cell_basis (cell_id, mark, quick);
