-- 按待遇年度: what a month owes a provider may be for care of two benefit years, and a reversal gives back what was retained when the
-- bill was settled. So a statement keeps its sums by the month in which a bill was settled first and by the benefit year of the care.
CREATE OR REPLACE VIEW provider_bill WITH (security_invoker = true) AS
SELECT s.id, s.number, s.kind, s.message_id, s.provider, s.area, s.division_path, s.settled_on, s.total_fen,
       coalesce(-own.pool_fen, s.pool_fen) AS pool_fen,
       coalesce(-own.critical_illness_fen, s.critical_illness_fen) AS critical_illness_fen,
       coalesce(-own.medical_assistance_fen, s.medical_assistance_fen) AS medical_assistance_fen,
       coalesce(-own.person_fen, s.person_fen) AS person_fen,
       coalesce(own.benefit_year, s.benefit_year) AS benefit_year,
       coalesce(own.settled_on, s.settled_on) AS first_settled_on
FROM settlement s
LEFT JOIN settlement own ON s.kind = 'REVERSAL' AND own.id = first_decision(s.reverses) AND own.redo IS NULL
WHERE s.redo IS NULL AND s.outcome = 'PAID' AND (s.kind = 'SETTLEMENT' OR own.outcome = 'PAID');

CREATE TABLE monthly_statement_share (
    statement_id  uuid NOT NULL REFERENCES monthly_statement (id),
    settled_month date NOT NULL CHECK (extract(day FROM settled_month) = 1),
    benefit_year  int NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    fund_fen      bigint NOT NULL,
    deduction_fen bigint NOT NULL,
    retention_fen bigint NOT NULL,
    PRIMARY KEY (statement_id, settled_month, benefit_year)
);
CREATE TABLE retention_release_share (
    release_id    uuid NOT NULL REFERENCES retention_release (id),
    benefit_year  int NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    released_fen  bigint NOT NULL,
    forfeited_fen bigint NOT NULL,
    PRIMARY KEY (release_id, benefit_year)
);
-- A reversal of what an earlier month retained gives it back.
ALTER TABLE monthly_statement DROP CONSTRAINT monthly_statement_retention_fen_check;

-- What was made until now stands in the books under the year of its month, and stays there.
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
INSERT INTO monthly_statement_share (statement_id, settled_month, benefit_year, provider, division_path, fund_fen, deduction_fen, retention_fen)
SELECT id, month, extract(year FROM month), provider, division_path, pool_fen + critical_illness_fen + medical_assistance_fen,
       deduction_fen, retention_fen
FROM monthly_statement;
INSERT INTO retention_release_share (release_id, benefit_year, provider, division_path, released_fen, forfeited_fen)
SELECT id, year, provider, division_path, released_fen, forfeited_fen FROM retention_release;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['monthly_statement_share', 'retention_release_share'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumin_insert_only()',
            t || '_is_insert_only', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app}', t);
    END LOOP;
END
$$;
