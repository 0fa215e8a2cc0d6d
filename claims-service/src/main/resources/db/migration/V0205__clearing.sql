-- 暂停: for some days an agreement does not count, for one qualification or for all.
CREATE TABLE provider_suspension (
    provider      text COLLATE "C" NOT NULL REFERENCES provider (code),
    qualification text CHECK (qualification IN ('INPATIENT', 'OUTPATIENT', 'CHRONIC')),
    valid_from    date NOT NULL,
    valid_to      date,
    decision      text NOT NULL,
    reason        text NOT NULL,
    entered_by    text NOT NULL,
    CONSTRAINT suspension_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT one_suspension_per_provider_and_first_day UNIQUE NULLS NOT DISTINCT (provider, qualification, valid_from)
);
GRANT SELECT, INSERT, UPDATE (valid_to, decision, reason) ON provider_suspension TO ${app};

-- 月度结算单: what a fund owes a provider for a month, less deductions and retention. Amounts never change once made.
CREATE TABLE monthly_statement (
    id                     uuid PRIMARY KEY,
    provider               text COLLATE "C" NOT NULL,
    area                   text COLLATE "C" NOT NULL,
    division_path          text COLLATE "C" NOT NULL,
    month                  date NOT NULL CHECK (extract(day FROM month) = 1),
    claims                 int NOT NULL,
    total_fen              bigint NOT NULL,
    pool_fen               bigint NOT NULL,
    critical_illness_fen   bigint NOT NULL,
    medical_assistance_fen bigint NOT NULL,
    deduction_fen          bigint NOT NULL CHECK (deduction_fen >= 0),
    retention_rate         text NOT NULL,
    retention_fen          bigint NOT NULL CHECK (retention_fen >= 0),
    payable_fen            bigint NOT NULL,
    made_by                text NOT NULL,
    made_on                date NOT NULL,
    approved_by            text,
    paid_by                text,
    voucher                text NOT NULL DEFAULT '',
    state                  text NOT NULL DEFAULT 'MADE' CHECK (state IN ('MADE', 'APPROVED', 'PAID')),
    CONSTRAINT one_statement_per_provider_fund_and_month UNIQUE (provider, area, month),
    CONSTRAINT statement_is_approved_by_another CHECK (approved_by IS NULL OR approved_by <> made_by),
    CONSTRAINT payable_is_the_rest CHECK (
        payable_fen = pool_fen + critical_illness_fen + medical_assistance_fen - deduction_fen - retention_fen)
);
CREATE TABLE monthly_deduction (
    finding_id   uuid PRIMARY KEY REFERENCES finding (id),
    statement_id uuid NOT NULL REFERENCES monthly_statement (id),
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    amount_fen   bigint NOT NULL
);
CREATE INDEX settlement_of_provider_day ON settlement (provider, settled_on);
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['monthly_statement', 'monthly_deduction'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE (approved_by, paid_by, voucher, state) ON monthly_statement TO ${app};
GRANT SELECT, INSERT ON monthly_deduction TO ${app};
