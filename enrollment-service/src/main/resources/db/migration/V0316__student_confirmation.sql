-- 学校: registered by the county's or the city's staff, so that a code names a school. Published, no personal data of anybody.
CREATE TABLE registered_school (
    code          text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z0-9]{4,30}$'),
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    kind          text NOT NULL CHECK (kind IN ('UNIVERSITY', 'SCHOOL', 'KINDERGARTEN')),
    county_code   text COLLATE "C" NOT NULL REFERENCES division (code),
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE (name, kind, county_code, recorded_by, recorded_at) ON registered_school TO ${app};

-- 大学生学籍确认: that the school says so, or that one person brought evidence and another one looked at it. Never changed in
-- what was decided: a later one supersedes it.
CREATE TABLE student_confirmation (
    id            uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollment (id),
    person_id     uuid NOT NULL REFERENCES person (id),
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    state         text NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'REFUSED')),
    basis         text NOT NULL DEFAULT '' CHECK (basis IN ('', 'ROSTER', 'SCHOOL', 'EVIDENCE')),
    evidence      text NOT NULL DEFAULT '',
    evidence_by   text NOT NULL DEFAULT '',
    decided_by    text NOT NULL DEFAULT '',
    reason        text NOT NULL DEFAULT '',
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid,
    superseded_at timestamptz,
    CONSTRAINT two_people_confirm_by_evidence
        CHECK (state = 'PENDING' OR basis <> 'EVIDENCE' OR (evidence_by <> '' AND decided_by <> evidence_by)),
    CONSTRAINT decided_confirmation_has_a_basis CHECK ((state = 'PENDING') = (basis = ''))
);
CREATE UNIQUE INDEX one_student_confirmation_at_a_time ON student_confirmation (enrollment_id) WHERE superseded_by IS NULL;
CREATE INDEX student_confirmation_by_state ON student_confirmation (state, division_path, recorded_at)
    WHERE superseded_by IS NULL;
CREATE INDEX student_confirmation_by_person ON student_confirmation (person_id);
ALTER TABLE student_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE student_confirmation FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON student_confirmation
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, superseded_by, superseded_at) ON student_confirmation TO ${app};

-- Of a roster's row that the school confirmed what was registered before.
ALTER TABLE roster_import_row ADD confirmed boolean NOT NULL DEFAULT false;
GRANT UPDATE (confirmed) ON roster_import_row TO ${app};

-- 户的撤回: opened by a registration that was taken back, and nobody lives in it. Opened again by the next registration.
ALTER TABLE household ADD withdrawn_at timestamptz;
GRANT UPDATE (withdrawn_at) ON household TO ${app};
