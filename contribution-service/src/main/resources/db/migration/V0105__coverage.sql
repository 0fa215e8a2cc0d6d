CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 待遇享受期决定: intervals with reasons, computed; each with the facts it used, its lines and the release of the law. Superseded, never changed.
CREATE TABLE coverage_decision (
    id            uuid PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    not_covered   text NOT NULL,
    facts         jsonb NOT NULL,
    result        jsonb NOT NULL,
    lines         jsonb NOT NULL,
    law_release   text NOT NULL,
    fingerprint   text NOT NULL,
    computed_at   timestamptz NOT NULL,
    superseded_by uuid REFERENCES coverage_decision (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX one_coverage_decision_in_force ON coverage_decision (person_id, benefit_year) WHERE superseded_by IS NULL;
CREATE INDEX coverage_by_year ON coverage_decision (benefit_year, person_id) WHERE superseded_by IS NULL;
ALTER TABLE coverage_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON coverage_decision USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (superseded_by, division_path) ON coverage_decision TO ${app};

-- 待遇享受期: what holds on which day; days in no interval are not covered.
CREATE TABLE coverage_interval (
    decision_id   uuid NOT NULL REFERENCES coverage_decision (id),
    division_path text COLLATE "C" NOT NULL,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    state         text NOT NULL CHECK (state IN ('COVERED', 'WAITING', 'SUSPENDED', 'TERMINATED')),
    reason        text NOT NULL,
    article       text NOT NULL,
    CONSTRAINT coverage_interval_runs_forward CHECK (first_day <= last_day),
    CONSTRAINT coverage_intervals_never_overlap
        EXCLUDE USING gist (decision_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
);
ALTER TABLE coverage_interval ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_interval FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON coverage_interval USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (division_path) ON coverage_interval TO ${app};
