-- 退汇: money that the bank sends back after it was said to be paid is due again beside the payment that failed.
ALTER TABLE payout
    DROP CONSTRAINT payout_state_check,
    ADD CONSTRAINT payout_state_check CHECK (state IN ('WAITING_FOR_ACCOUNT', 'ACCOUNT_ENTERED', 'READY', 'IN_BATCH', 'PAID', 'BOUNCED',
        'REJECTED', 'TO_RECOVER', 'RECOVERED', 'SET_OFF'));
DROP INDEX one_payout_per_settlement_and_finding;
CREATE UNIQUE INDEX one_payout_per_settlement_and_finding ON payout (settlement_id, finding_id) NULLS NOT DISTINCT
    WHERE state NOT IN ('SET_OFF', 'BOUNCED');
