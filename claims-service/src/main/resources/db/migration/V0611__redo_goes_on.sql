-- Who could not be checked is looked at again after a pause that grows, by the clock of the machine; nobody is given up.
ALTER TABLE redo_suspect ADD COLUMN next_try_at timestamptz NOT NULL DEFAULT clock_timestamp();
GRANT UPDATE (next_try_at) ON redo_suspect TO ${app};
CREATE INDEX redo_suspect_next ON redo_suspect (tries, detected_at);
CREATE INDEX redo_suspect_failing ON redo_suspect (person_id) WHERE tries > 0;

-- Why an item could not be redone when it was ordered; it stays on the list.
ALTER TABLE redo_item ADD COLUMN failure text;
