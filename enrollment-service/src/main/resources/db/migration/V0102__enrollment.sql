-- 参保登记: one person, one pooling area, one benefit year; never a flag on the person.
CREATE TABLE enrollment (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    benefit_year  int NOT NULL CHECK (benefit_year BETWEEN 2000 AND 2100),
    type          text NOT NULL,
    state         text NOT NULL CHECK (state IN ('ENROLLED', 'CANCELLED', 'TERMINATED')),
    registered_on date NOT NULL,
    birth_date    date NOT NULL,
    facts         text  NOT NULL DEFAULT '{}',
    ended_on      date,
    end_reason    text NOT NULL DEFAULT '',
    version       bigint NOT NULL DEFAULT 0,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT enrollment_ended_has_a_day CHECK ((state = 'ENROLLED') = (ended_on IS NULL))
);
CREATE UNIQUE INDEX one_active_enrollment_per_person_year ON enrollment (person_id, benefit_year)
    WHERE state = 'ENROLLED';
CREATE INDEX enrollment_by_year_and_path ON enrollment (benefit_year, division_path, id);
CREATE INDEX enrollment_by_area_and_year ON enrollment (area, benefit_year, id);
ALTER TABLE enrollment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON enrollment
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, state, ended_on, end_reason, version) ON enrollment TO ${app};

-- What happened to an enrollment, in the order we learned it.
CREATE TABLE enrollment_event (
    id            uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollment (id),
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    kind          text NOT NULL CHECK (kind IN ('REGISTERED', 'CANCELLED', 'TERMINATED')),
    effective_on  date NOT NULL,
    reason        text NOT NULL,
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX enrollment_event_by_enrollment ON enrollment_event (enrollment_id);
ALTER TABLE enrollment_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment_event FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON enrollment_event
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT ON enrollment_event TO ${app};
CREATE TRIGGER enrollment_event_is_insert_only BEFORE UPDATE OR DELETE ON enrollment_event
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- 年度标准, as contribution publishes it: a read model of its feed. No personal data.
CREATE TABLE standard (
    area                    text COLLATE "C" NOT NULL,
    benefit_year            int NOT NULL,
    standard_id             text NOT NULL,
    individual_contribution_fen bigint NOT NULL CHECK (individual_contribution_fen >= 0),
    window_from             date,
    window_to               date,
    payload                 jsonb NOT NULL,
    PRIMARY KEY (area, benefit_year)
);
GRANT SELECT, INSERT, UPDATE ON standard TO ${app};

-- 人员类别: a dictionary of words; which of them the law subsidises stands in the law's data.
CREATE TABLE category_kind (
    code text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    CONSTRAINT one_category_per_name UNIQUE (name)
);
INSERT INTO category_kind (code, name) VALUES
    ('special_hardship', '特困人员'),
    ('orphan', '孤儿'),
    ('minimum_living', '低保对象'),
    ('returned_to_poverty', '返贫致贫人口'),
    ('unstable_out_of_poverty', '脱贫不稳定人口'),
    ('prone_to_poverty', '边缘易致贫人口'),
    ('illness_monitored', '因病纳入防止返贫监测人员'),
    ('de_facto_unattended_child', '事实无人抚养儿童'),
    ('six_category_veteran', '六类对象'),
    ('two_category_veteran', '两类人员'),
    ('fourteen_category_soldier', '14类退役士兵'),
    ('martyr_child', '烈士子女'),
    ('severely_disabled_student_child', '重度残疾学生和儿童'),
    ('severely_disabled_adult', '丧失劳动能力的重度残疾成年人'),
    ('low_income_urban', '城镇低收入家庭人员'),
    ('college_student', '大学生');
GRANT SELECT ON category_kind TO ${app};

-- 部门名单: as a department sent it; never changed, undone as a whole.
CREATE TABLE category_list (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    list_month    text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('FULL', 'PARTIAL')),
    state         text NOT NULL DEFAULT 'APPLIED' CHECK (state IN ('APPLIED', 'UNDONE')),
    counts        jsonb NOT NULL DEFAULT '{}',
    submitted_by  text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    undone_at     timestamptz,
    undo_reason   text NOT NULL DEFAULT ''
);
ALTER TABLE category_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE category_list FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON category_list
    USING (jumin_visible(division_path, '-' COLLATE "C", organ, '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (state, counts, undone_at, undo_reason) ON category_list TO ${app};

CREATE TABLE category_list_row (
    list_id       uuid NOT NULL REFERENCES category_list (id),
    row_no        int NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    name_masked   text NOT NULL,
    id_masked     text NOT NULL,
    category      text NOT NULL,
    verdict       text NOT NULL,
    reason        text NOT NULL,
    person_id     uuid,
    PRIMARY KEY (list_id, row_no)
);
ALTER TABLE category_list_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE category_list_row FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON category_list_row
    USING (jumin_visible(division_path, '-' COLLATE "C", organ, '-' COLLATE "C"));
GRANT SELECT, INSERT ON category_list_row TO ${app};

-- 身份认定: of a person, by an organ, from a day to a day.
CREATE TABLE recognition (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    category      text COLLATE "C" NOT NULL REFERENCES category_kind (code),
    organ         text COLLATE "C" NOT NULL,
    list_id       uuid REFERENCES category_list (id),
    valid_from    date NOT NULL,
    valid_to      date CHECK (valid_to >= valid_from),
    unemployed    boolean NOT NULL DEFAULT false,
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid,
    superseded_at timestamptz,
    CONSTRAINT one_recognition_at_a_time
        EXCLUDE USING gist (person_id WITH =, category WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
        WHERE (superseded_by IS NULL)
);
CREATE INDEX recognition_by_list ON recognition (list_id);
ALTER TABLE recognition ENABLE ROW LEVEL SECURITY;
ALTER TABLE recognition FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON recognition
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, superseded_by, superseded_at) ON recognition TO ${app};

-- 资助参保决定: facts, worksheet and release of the law as they were; superseded, never changed.
CREATE TABLE subsidy_decision (
    id                uuid PRIMARY KEY,
    enrollment_id     uuid NOT NULL REFERENCES enrollment (id),
    person_id         uuid NOT NULL REFERENCES person (id),
    area              text COLLATE "C" NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    school            text COLLATE "C" NOT NULL DEFAULT '-',
    benefit_year      int NOT NULL,
    state             text NOT NULL CHECK (state IN ('DECIDED', 'HELD')),
    tier              text NOT NULL,
    amount_fen        bigint,
    person_amount_fen bigint,
    payer             text NOT NULL DEFAULT '',
    category          text NOT NULL DEFAULT '',
    standard_id       text NOT NULL DEFAULT '',
    articles          jsonb NOT NULL,
    held_reason       text NOT NULL DEFAULT '',
    cured_by          text NOT NULL DEFAULT '',
    facts             jsonb NOT NULL,
    worksheet         jsonb NOT NULL,
    law_release       text NOT NULL,
    decided_at        timestamptz NOT NULL,
    superseded_by     uuid,
    CONSTRAINT subsidy_decided_has_amounts
        CHECK (state = 'HELD' OR (amount_fen IS NOT NULL AND person_amount_fen IS NOT NULL))
);
CREATE UNIQUE INDEX one_current_subsidy_decision ON subsidy_decision (enrollment_id) WHERE superseded_by IS NULL;
CREATE INDEX subsidy_decision_by_area_and_year ON subsidy_decision (area, benefit_year, enrollment_id)
    WHERE superseded_by IS NULL;
ALTER TABLE subsidy_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE subsidy_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON subsidy_decision
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, superseded_by) ON subsidy_decision TO ${app};
