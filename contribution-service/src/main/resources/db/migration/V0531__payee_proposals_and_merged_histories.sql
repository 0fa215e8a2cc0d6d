-- 更正收款账户: a proposal that is wrong itself is put away, by whoever made it or by whoever would have had to take it over; it stays readable.
ALTER TABLE refund_payee
    ADD COLUMN withdrawn_by text,
    ADD COLUMN withdrawn_at timestamptz,
    ADD CONSTRAINT withdrawn_payee_was_not_taken_over CHECK (withdrawn_by IS NULL OR decided_by IS NULL);
GRANT UPDATE (withdrawn_by, withdrawn_at) ON refund_payee TO ${app};

-- What was stated of the records that were merged into somebody is looked up with every assessment.
CREATE INDEX insured_person_survivor ON insured_person (survivor_id) WHERE survivor_id IS NOT NULL;
