-- 重复参保: lists of people insured as employees or elsewhere, and what they have against our own enrollments.
CREATE TABLE cover_list (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    source        text NOT NULL CHECK (source IN ('EMPLOYEE', 'OTHER_REGION')),
    list_month    text NOT NULL,
    counts        jsonb NOT NULL,
    submitted_by  text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
ALTER TABLE cover_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE cover_list FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON cover_list
    USING (jumin_visible(division_path, '-' COLLATE "C", organ, '-' COLLATE "C"));
GRANT SELECT, INSERT ON cover_list TO ${app};

CREATE TABLE cover_conflict (
    id             uuid PRIMARY KEY,
    list_id        uuid NOT NULL REFERENCES cover_list (id),
    person_id      uuid NOT NULL REFERENCES person (id),
    enrollment_id  uuid NOT NULL REFERENCES enrollment (id),
    area           text COLLATE "C" NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    school         text COLLATE "C" NOT NULL DEFAULT '-',
    benefit_year   int NOT NULL,
    source         text NOT NULL,
    insured_from   date NOT NULL,
    insured_to     date,
    insured_where  text NOT NULL,
    proposal       text NOT NULL CHECK (proposal IN ('TERMINATE', 'SUSPEND', 'KEEP', 'COUNTY')),
    explanation    text NOT NULL,
    instrument     text NOT NULL DEFAULT '',
    article        text NOT NULL DEFAULT '',
    state          text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DECIDED')),
    decision       text NOT NULL DEFAULT '',
    reason         text NOT NULL DEFAULT '',
    ending_id      uuid REFERENCES person_ending (id),
    decided_by     text NOT NULL DEFAULT '',
    decided_at     timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    recorded_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_open_conflict_per_enrollment ON cover_conflict (enrollment_id, source) WHERE state = 'OPEN';
CREATE INDEX cover_conflict_by_path ON cover_conflict (state, division_path, recorded_at);
CREATE INDEX cover_conflict_by_person ON cover_conflict (person_id);
ALTER TABLE cover_conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE cover_conflict FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON cover_conflict
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, state, decision, reason, ending_id, decided_by, decided_at, version)
    ON cover_conflict TO ${app};
