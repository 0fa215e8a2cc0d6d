-- 参保中断与修复: what this service cannot know of the years before, because they were elsewhere or before it; stated by two persons of the county.
CREATE TABLE history_statement (
    id               uuid PRIMARY KEY,
    area             text COLLATE "C" NOT NULL,
    division_path    text COLLATE "C" NOT NULL,
    person_id        uuid NOT NULL,
    benefit_year     int NOT NULL,
    lapse_years      int NOT NULL CHECK (lapse_years BETWEEN 0 AND 60),
    repaired_years   int NOT NULL CHECK (repaired_years BETWEEN 0 AND 60),
    interrupted_from date,
    evidence         text NOT NULL,
    state            text NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by      text NOT NULL,
    proposed_at      timestamptz NOT NULL,
    decided_by       text,
    decided_at       timestamptz,
    CONSTRAINT history_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
    CONSTRAINT history_is_decided_by_somebody CHECK ((state = 'PROPOSED') = (decided_by IS NULL))
);
CREATE UNIQUE INDEX one_open_history_statement ON history_statement (person_id, benefit_year) WHERE state = 'PROPOSED';
CREATE INDEX history_statement_of_person ON history_statement (person_id, proposed_at);
ALTER TABLE history_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_statement FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON history_statement USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, division_path) ON history_statement TO ${app};

-- What stands of it, by year, where an assessment reads the person anyway.
ALTER TABLE insured_person ADD COLUMN stated_history jsonb NOT NULL DEFAULT '{}';
