-- 疑点终结先抵未付的（ADR 0413）: what is payable again after a set-off stands beside it, for the same decision.
ALTER TABLE payout DROP CONSTRAINT one_payout_per_settlement_and_finding;
CREATE UNIQUE INDEX one_payout_per_settlement_and_finding ON payout (settlement_id, finding_id) NULLS NOT DISTINCT
    WHERE state <> 'SET_OFF';
