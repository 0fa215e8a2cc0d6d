-- A finding about a manual claim (零星报销) that is final is recovered from the person, who was paid; there is no provider to deduct from.
ALTER TABLE payout
    ADD COLUMN finding_id uuid REFERENCES finding (id),
    DROP CONSTRAINT one_payout_per_settlement,
    ADD CONSTRAINT one_payout_per_settlement_and_finding UNIQUE NULLS NOT DISTINCT (settlement_id, finding_id),
    ADD CONSTRAINT finding_only_recovers CHECK (finding_id IS NULL OR direction = 'TO_RECOVER');
