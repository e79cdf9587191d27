-- More texts are searched than before: the index is emptied, and made anew when the file is opened.
INSERT INTO note_index (note_index) VALUES ('delete-all');
