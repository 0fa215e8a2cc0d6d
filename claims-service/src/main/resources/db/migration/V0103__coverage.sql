-- 待遇享受期, as contribution's feed tells; one row per person and year, the newest decision.
CREATE TABLE coverage (
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    intervals     jsonb NOT NULL,
    not_covered   jsonb NOT NULL,
    computed_at   timestamptz NOT NULL,
    decision_id   text NOT NULL,
    law_release   text NOT NULL,
    PRIMARY KEY (person_id, benefit_year)
);
ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON coverage
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE ON coverage TO ${app};

-- 年度标准, published in contribution-service by two persons. No personal data.
CREATE TABLE yearly_standard (
    area                        text COLLATE "C" NOT NULL,
    benefit_year                int NOT NULL,
    standard_id                 text NOT NULL,
    individual_contribution_fen bigint NOT NULL,
    per_capita_income_fen       bigint,
    decision_number             text NOT NULL,
    published_at                timestamptz NOT NULL,
    PRIMARY KEY (area, benefit_year)
);
GRANT SELECT, INSERT, UPDATE ON yearly_standard TO ${app};
