-- The lines of a file are stored while it is read; how many they are is known at its end, and its own row is written then, in the same
-- transaction. Neither is ever deleted, so asking for each line whether its import is there finds nothing.
ALTER TABLE catalogue_import_line DROP CONSTRAINT catalogue_import_line_import_id_fkey;
