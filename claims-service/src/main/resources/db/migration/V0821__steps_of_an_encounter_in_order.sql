-- The first step is written with the second, in one millisecond: their ids do not tell which came first.
ALTER TABLE encounter_step ADD COLUMN nth bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX step_of_encounter;
CREATE INDEX step_of_encounter ON encounter_step (encounter_id, nth);
