-- 退费, as contribution's feed tells: which enrollment ended with its refund, and whether the refund was taken back.
CREATE TABLE refund_seen (
    refund_id     uuid PRIMARY KEY,
    person_id     uuid NOT NULL,
    enrollment_id uuid,
    benefit_year  int NOT NULL,
    cause         text NOT NULL,
    event_date    date,
    state         text NOT NULL,
    told_on       date NOT NULL,
    ended_it      boolean NOT NULL DEFAULT false
);
CREATE INDEX refund_seen_by_person ON refund_seen (person_id, benefit_year);
ALTER TABLE refund_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON refund_seen
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = refund_seen.person_id));
GRANT SELECT, INSERT, UPDATE (person_id, enrollment_id, state, told_on, ended_it) ON refund_seen TO ${app};

-- 待重办的资助决定: new law speaks otherwise about a year that is over; a person decides, nothing is redone by itself.
CREATE TABLE subsidy_redo (
    id                uuid PRIMARY KEY,
    enrollment_id     uuid NOT NULL REFERENCES enrollment (id),
    person_id         uuid NOT NULL REFERENCES person (id),
    area              text COLLATE "C" NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    school            text COLLATE "C" NOT NULL DEFAULT '-',
    benefit_year      int NOT NULL,
    tier_before       text NOT NULL,
    tier_after        text NOT NULL,
    person_fen_before bigint,
    person_fen_after  bigint,
    articles          jsonb NOT NULL,
    release_before    text NOT NULL,
    release_after     text NOT NULL,
    state             text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REDONE', 'KEPT')),
    reason            text NOT NULL DEFAULT '',
    decided_by        text NOT NULL DEFAULT '',
    decided_at        timestamptz,
    recorded_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_open_redo_per_enrollment ON subsidy_redo (enrollment_id) WHERE state = 'OPEN';
CREATE INDEX subsidy_redo_by_path ON subsidy_redo (state, division_path, recorded_at);
CREATE INDEX subsidy_redo_by_person ON subsidy_redo (person_id);
ALTER TABLE subsidy_redo ENABLE ROW LEVEL SECURITY;
ALTER TABLE subsidy_redo FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON subsidy_redo
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, state, reason, decided_by, decided_at) ON subsidy_redo TO ${app};
