-- 资助标准: what a city or county decided to pay for a category in a year, where the text leaves it to them. Published, so no
-- personal data; proposed by one person, decided by another.
CREATE TABLE subsidy_grant (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    division_code   text COLLATE "C" NOT NULL REFERENCES division (code),
    benefit_year    int NOT NULL CHECK (benefit_year BETWEEN 2000 AND 2100),
    category        text COLLATE "C" NOT NULL,
    amount_fen      bigint CHECK (amount_fen >= 0),
    decision_number text NOT NULL,
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'IN_FORCE', 'REJECTED', 'SUPERSEDED')),
    proposed_by     text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    decided_by      text NOT NULL DEFAULT '' CHECK (decided_by <> proposed_by),
    decided_at      timestamptz
);
CREATE UNIQUE INDEX one_subsidy_grant_in_force ON subsidy_grant (division_code, benefit_year, category)
    WHERE state = 'IN_FORCE';
CREATE INDEX subsidy_grant_by_area_and_year ON subsidy_grant (area, benefit_year);
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at) ON subsidy_grant TO ${app};
