-- What a settlement writes is most of what this database writes: an ordinary document stays in its row, compressed, and an index
-- holds only the rows that it is for. Nothing of the contents changes.
ALTER TABLE settlement_document SET (toast_tuple_target = 4080);
-- Servers built without lz4 keep their own compression.
DO $$
BEGIN
    ALTER TABLE settlement_document ALTER COLUMN bill SET COMPRESSION lz4, ALTER COLUMN facts SET COMPRESSION lz4,
        ALTER COLUMN decision SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'this server was built without lz4';
END
$$;

-- Few settlements are reversed or replaced.
ALTER TABLE settlement DROP CONSTRAINT one_reversal_per_settlement, DROP CONSTRAINT one_replacement_per_settlement;
CREATE UNIQUE INDEX one_reversal_per_settlement ON settlement (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX one_replacement_per_settlement ON settlement (replaces) WHERE replaces IS NOT NULL;

-- The sub-rows are written in one statement with their record, which can be neither deleted nor renamed (insert-only):
-- asking once more for each of them whether it is there finds nothing.
ALTER TABLE settlement_document DROP CONSTRAINT settlement_document_settlement_id_fkey;
ALTER TABLE accumulator_entry DROP CONSTRAINT accumulator_entry_settlement_id_fkey;
ALTER TABLE posting DROP CONSTRAINT posting_settlement_id_fkey;

-- The entries of a person-year are found by its settlements (settlement_of_person_year, then their primary key).
DROP INDEX accumulator_entry_of_person_year;
