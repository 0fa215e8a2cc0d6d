-- 预留的返还: after the year, by the result of the provider's assessment, a share of what its monthly statements retained goes back
-- to it; the rest stays with the fund. Amounts never change once made; a rejected one leaves the retained money to another.
CREATE TABLE retention_release (
    id            uuid PRIMARY KEY,
    provider      text COLLATE "C" NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    year          int NOT NULL,
    result        text NOT NULL,
    decision      text NOT NULL,
    basis         text NOT NULL,
    share         text NOT NULL,
    retained_fen  bigint NOT NULL CHECK (retained_fen > 0),
    released_fen  bigint NOT NULL CHECK (released_fen >= 0),
    forfeited_fen bigint NOT NULL CHECK (forfeited_fen >= 0),
    made_by       text NOT NULL,
    made_on       date NOT NULL,
    decided_by    text,
    opinion       text NOT NULL DEFAULT '',
    paid_by       text,
    voucher       text NOT NULL DEFAULT '',
    state         text NOT NULL DEFAULT 'MADE' CHECK (state IN ('MADE', 'APPROVED', 'REJECTED', 'PAID')),
    CONSTRAINT release_is_decided_by_another CHECK (decided_by IS NULL OR decided_by <> made_by),
    CONSTRAINT retained_is_released_or_forfeited CHECK (retained_fen = released_fen + forfeited_fen)
);
CREATE UNIQUE INDEX one_open_release_per_provider_fund_and_year ON retention_release (provider, area, year) WHERE state = 'MADE';
CREATE INDEX retention_release_of_year ON retention_release (provider, area, year);
ALTER TABLE retention_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_release FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON retention_release
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (decided_by, opinion, paid_by, voucher, state) ON retention_release TO ${app};
