-- 花名册导入: text files, counts kept with the import, undo until the first payment.
ALTER TABLE roster_import
    ADD COLUMN format       text NOT NULL DEFAULT 'WORKBOOK',
    ADD COLUMN counts       jsonb NOT NULL DEFAULT '{"success": 0, "warning": 0, "error": 0, "skipped": 0, "registered": 0, "undone": 0}',
    ADD COLUMN sample_names jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN undo_job     uuid,
    ADD COLUMN undo_reason  text NOT NULL DEFAULT '',
    DROP CONSTRAINT roster_import_state_check,
    ADD CONSTRAINT roster_import_state_check CHECK (state IN ('UPLOADED', 'VALIDATED', 'REFUSED', 'VALIDATION_FAILED',
        'COMMITTING', 'COMMITTED', 'COMMIT_FAILED', 'UNDOING', 'UNDONE'));
GRANT UPDATE (counts, sample_names, undo_job, undo_reason) ON roster_import TO ${app};
DROP INDEX one_import_per_file;
CREATE UNIQUE INDEX one_import_per_file ON roster_import (division_path, benefit_year, file_hash)
    WHERE state NOT IN ('REFUSED', 'UNDONE');

-- newcomer: this import made the person known. enrollment_id: what it registered.
ALTER TABLE roster_import_row
    ADD COLUMN enrollment_id uuid,
    ADD COLUMN newcomer      boolean NOT NULL DEFAULT false,
    ADD COLUMN undone        boolean NOT NULL DEFAULT false;
GRANT UPDATE (enrollment_id, newcomer, undone) ON roster_import_row TO ${app};

-- 登记撤回: the import that made a person known was undone before anything else happened to the person.
ALTER TABLE person
    DROP CONSTRAINT person_status_check,
    ADD CONSTRAINT person_status_check CHECK (status IN ('ACTIVE', 'DECEASED', 'MERGED', 'WITHDRAWN'));

-- 缴费, as contribution's feed tells: no more than that there is one, for which year, and whether it was reversed.
CREATE TABLE payment_seen (
    payment_id   uuid PRIMARY KEY,
    person_id    uuid NOT NULL,
    benefit_year int NOT NULL,
    reversed     boolean NOT NULL DEFAULT false
);
CREATE INDEX payment_seen_by_person ON payment_seen (person_id, benefit_year);
ALTER TABLE payment_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON payment_seen
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = payment_seen.person_id));
GRANT SELECT, INSERT, UPDATE (reversed) ON payment_seen TO ${app};
