-- A run's details are copied in without its number on each line, and read as a whole: the number comes from the transaction,
-- and an index on a column that is the same in each row only costs.
DROP INDEX tax_detail_of_run;
ALTER TABLE tax_detail ALTER COLUMN run_id SET DEFAULT nullif(current_setting('jumin.run', true), '')::uuid;
