-- 支付批次的行: what went to the bank stays as it went, whatever becomes of the payout and its account afterwards.
CREATE TABLE payout_batch_line (
    batch          uuid NOT NULL REFERENCES payout_batch (id),
    line           int NOT NULL,
    payout         uuid NOT NULL REFERENCES payout (id),
    payee_name     text NOT NULL,
    payee_bank     text NOT NULL,
    account_sealed text NOT NULL,
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    PRIMARY KEY (batch, line)
);
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
INSERT INTO payout_batch_line (batch, line, payout, payee_name, payee_bank, account_sealed, amount_fen)
SELECT batch, line, id, payee_name, payee_bank, account_sealed, amount_fen FROM payout WHERE batch IS NOT NULL;
CREATE TRIGGER payout_batch_line_is_insert_only BEFORE UPDATE OR DELETE ON payout_batch_line
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE payout_batch_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE payout_batch_line FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_batch ON payout_batch_line
    USING (EXISTS (SELECT 1 FROM payout_batch b WHERE b.id = payout_batch_line.batch));
GRANT SELECT, INSERT ON payout_batch_line TO ${app};
