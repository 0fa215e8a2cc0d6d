-- 零星报销不予报销: a claim that came too late, or was not completed after it had been given back, is refused as a decision with its
-- article; another person may reopen it. The row stays as it was decided.
ALTER TABLE manual_claim
    DROP CONSTRAINT manual_claim_state_check,
    ADD CONSTRAINT manual_claim_state_check
        CHECK (state IN ('SUBMITTED', 'RETURNED', 'FIRST_REVIEWED', 'DECIDED', 'WITHDRAWN', 'REFUSED'));
CREATE TABLE manual_refusal (
    id            uuid PRIMARY KEY,
    claim         uuid NOT NULL REFERENCES manual_claim (id),
    document      jsonb NOT NULL,
    opinion       text NOT NULL,
    refused_by    text NOT NULL,
    refused_at    timestamptz NOT NULL,
    reopened_by   text,
    reopened_at   timestamptz,
    reopened_why  text,
    CONSTRAINT refusal_is_reopened_by_another CHECK (reopened_by <> refused_by),
    CONSTRAINT refusal_is_reopened_whole CHECK (num_nulls(reopened_by, reopened_at, reopened_why) IN (0, 3))
);
CREATE UNIQUE INDEX one_refusal_in_force ON manual_refusal (claim) WHERE reopened_at IS NULL;
CREATE INDEX manual_refusal_of_claim ON manual_refusal (claim, id);
ALTER TABLE manual_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE manual_refusal FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_claim ON manual_refusal USING (EXISTS (SELECT 1 FROM manual_claim c WHERE c.id = manual_refusal.claim));
GRANT SELECT, INSERT, UPDATE (reopened_by, reopened_at, reopened_why) ON manual_refusal TO ${app};
