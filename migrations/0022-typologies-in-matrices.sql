-- A typology divides the cases of a matrix as an attribute does. Where the one is set, the other is empty.
ALTER TABLE matrix ADD COLUMN row_typology_id INTEGER REFERENCES typology (id);
ALTER TABLE matrix ADD COLUMN sort_typology_id INTEGER REFERENCES typology (id);
ALTER TABLE matrix ADD COLUMN group_typology_id INTEGER REFERENCES typology (id);
ALTER TABLE matrix_column ADD COLUMN typology_id INTEGER REFERENCES typology (id);
CREATE INDEX matrix_column_by_typology ON matrix_column (typology_id) WHERE typology_id IS NOT NULL;
