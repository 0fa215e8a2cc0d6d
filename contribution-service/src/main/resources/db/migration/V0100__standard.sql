-- 年度筹资标准: what authorities publish for an area and a benefit year. A correction is a new version; nothing falls back to another year.
CREATE TABLE standard (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    benefit_year    int NOT NULL,
    version         int NOT NULL,
    individual_fen  bigint NOT NULL CHECK (individual_fen >= 0),
    fiscal_fen      bigint NOT NULL CHECK (fiscal_fen >= 0),
    window_from     date NOT NULL,
    window_to       date NOT NULL,
    income_fen      bigint CHECK (income_fen > 0),
    decision_number text NOT NULL,
    state           text NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'REJECTED')),
    proposed_by     text NOT NULL,
    proposed_at     timestamptz NOT NULL,
    decided_by      text,
    decided_at      timestamptz,
    superseded_by   uuid REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT standard_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
    CONSTRAINT standard_window_runs_forward CHECK (window_from <= window_to),
    CONSTRAINT decided_standard_names_who CHECK ((state = 'PROPOSED') = (decided_by IS NULL)),
    CONSTRAINT one_standard_version UNIQUE (area, benefit_year, version)
);
CREATE UNIQUE INDEX one_standard_in_force_per_area_year ON standard (area, benefit_year)
    WHERE state = 'PUBLISHED' AND superseded_by IS NULL;
CREATE UNIQUE INDEX one_open_proposal_per_area_year ON standard (area, benefit_year) WHERE state = 'PROPOSED';
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, superseded_by) ON standard TO ${app};

-- 主管税务机关 of a division; the one with the longest path that contains a person collects from that person.
CREATE TABLE tax_organ (
    organ         text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    CONSTRAINT one_tax_organ_per_division UNIQUE (division_path),
    CONSTRAINT tax_organ_lies_in_its_area CHECK (starts_with(division_path, area || '/'))
);
GRANT SELECT, INSERT, UPDATE (name, area, division_path) ON tax_organ TO ${app};
