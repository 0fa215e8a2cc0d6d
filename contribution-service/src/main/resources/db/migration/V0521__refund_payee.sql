-- 退费账户更正: of a refund that could not be paid, another account, proposed by one person and taken over by another.
CREATE TABLE refund_payee (
    refund_id      uuid NOT NULL REFERENCES refund (id),
    attempt        int NOT NULL,
    payee_sealed   text NOT NULL,
    payee_masked   text NOT NULL,
    payee_relation text NOT NULL CHECK (payee_relation IN ('SELF', 'GUARDIAN', 'HEIR', 'AGENT')),
    proposed_by    text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    decided_by     text,
    decided_at     timestamptz,
    division_path  text COLLATE "C" NOT NULL,
    PRIMARY KEY (refund_id, attempt),
    CONSTRAINT refund_payee_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);
ALTER TABLE refund_payee ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund_payee FORCE ROW LEVEL SECURITY;
-- The tax organ sees orders, never proposals.
CREATE POLICY in_scope ON refund_payee USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (payee_sealed, payee_masked, payee_relation, proposed_by, proposed_at, decided_by, decided_at, division_path)
    ON refund_payee TO ${app};
GRANT UPDATE (payee_sealed, payee_masked, payee_relation) ON refund TO ${app};
