-- 追回分次到账: each receipt has a voucher of its own. Whoever sees what is to be recovered sees what has come of it, wherever the person has moved.
CREATE TABLE payout_receipt (
    id          uuid PRIMARY KEY,
    payout      uuid NOT NULL REFERENCES payout (id),
    amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
    voucher     text NOT NULL,
    received_on date NOT NULL,
    entered_by  text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT one_payout_receipt_per_voucher UNIQUE (payout, voucher)
);
CREATE TRIGGER payout_receipt_is_insert_only BEFORE UPDATE OR DELETE ON payout_receipt
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE payout_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE payout_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_payout ON payout_receipt USING (EXISTS (SELECT 1 FROM payout p WHERE p.id = payout_receipt.payout));
GRANT SELECT, INSERT ON payout_receipt TO ${app};
