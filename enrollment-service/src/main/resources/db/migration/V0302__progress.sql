-- 参保任务: how many should be enrolled, and how many are aimed at, by division and year. No personal data.
CREATE TABLE enrollment_target (
    division_code text COLLATE "C" NOT NULL REFERENCES division (code),
    benefit_year  int NOT NULL CHECK (benefit_year BETWEEN 2000 AND 2100),
    should_be     int NOT NULL CHECK (should_be >= 0),
    target        int NOT NULL CHECK (target BETWEEN 0 AND should_be),
    set_by        text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (division_code, benefit_year)
);
GRANT SELECT, INSERT, UPDATE (should_be, target, set_by, recorded_at) ON enrollment_target TO ${app};

-- 未参保原因: why somebody known is not enrolled for a year; a later reason supersedes.
CREATE TABLE absence (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    benefit_year  int NOT NULL CHECK (benefit_year BETWEEN 2000 AND 2100),
    reason        text NOT NULL,
    note          text NOT NULL DEFAULT '',
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid
);
CREATE UNIQUE INDEX one_absence_reason_per_person_year ON absence (person_id, benefit_year) WHERE superseded_by IS NULL;
ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE absence FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON absence
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = absence.person_id));
GRANT SELECT, INSERT, UPDATE (superseded_by) ON absence TO ${app};

-- Counting by village and day reads this index alone.
CREATE INDEX enrollment_by_year_path_and_day ON enrollment (benefit_year, division_path, registered_on)
    INCLUDE (school, ended_on, person_id) WHERE state <> 'CANCELLED';
