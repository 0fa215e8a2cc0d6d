-- What this service keeps of enrollment's feed. Rows appear in any order; what is not known yet is '-' and seen by services only.
CREATE TABLE division (
    code   text COLLATE "C" PRIMARY KEY,
    parent text COLLATE "C",
    name   text NOT NULL,
    level  text NOT NULL,
    path   text COLLATE "C" NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON division TO ${app};

-- 参保人
CREATE TABLE insured_person (
    person_id      uuid PRIMARY KEY,
    known          boolean NOT NULL,
    area           text COLLATE "C" NOT NULL DEFAULT '-',
    division_path  text COLLATE "C" NOT NULL DEFAULT '-',
    person_no      text COLLATE "C" NOT NULL DEFAULT '',
    name           text NOT NULL DEFAULT '',
    id_sealed      text NOT NULL DEFAULT '',
    id_blind_index text COLLATE "C" NOT NULL DEFAULT '',
    id_masked      text NOT NULL DEFAULT '',
    birth_date     date,
    household_id   text COLLATE "C" NOT NULL DEFAULT '-',
    status         text NOT NULL DEFAULT 'ACTIVE',
    recognitions   jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX insured_person_by_id_number ON insured_person (id_blind_index, area);
CREATE INDEX insured_person_by_number ON insured_person (person_no);
CREATE INDEX insured_person_by_household ON insured_person (household_id);
ALTER TABLE insured_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE insured_person FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON insured_person USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE ON insured_person TO ${app};

-- 参保登记
CREATE TABLE enrollment (
    enrollment_id uuid PRIMARY KEY,
    person_id     uuid NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    type          text NOT NULL,
    state         text NOT NULL CHECK (state IN ('ENROLLED', 'CANCELLED', 'TERMINATED')),
    registered_on date NOT NULL,
    birth_date    date,
    facts         jsonb NOT NULL,
    ended_on      date,
    end_reason    text NOT NULL DEFAULT '',
    subsidy       jsonb NOT NULL
);
CREATE INDEX enrollment_by_person ON enrollment (person_id, benefit_year);
CREATE INDEX enrollment_by_area ON enrollment (area, benefit_year, person_id);
ALTER TABLE enrollment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON enrollment USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE ON enrollment TO ${app};

-- One row guards each person and benefit year: whoever changes levy, money or cover of it holds its lock.
CREATE TABLE person_year (
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    PRIMARY KEY (person_id, benefit_year)
);
ALTER TABLE person_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_year FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_year USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (area, division_path) ON person_year TO ${app};
