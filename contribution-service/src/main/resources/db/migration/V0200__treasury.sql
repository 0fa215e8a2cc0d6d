-- 入库、上解、退回: what the treasury confirmed of a voucher. A fact of its own, as reported; it may come before the payment itself and waits then.
CREATE TABLE treasury_receipt (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    voucher_no    text COLLATE "C" NOT NULL,
    stage         text NOT NULL CHECK (stage IN ('RECEIVED', 'REMITTED', 'RETURNED')),
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    confirmed_on  date NOT NULL,
    document_no   text NOT NULL,
    payment_id    uuid REFERENCES payment (id),
    reported_at   timestamptz NOT NULL,
    CONSTRAINT one_confirmation_per_voucher_and_stage UNIQUE (organ, voucher_no, stage)
);
CREATE INDEX treasury_receipt_by_day ON treasury_receipt (organ, confirmed_on);
CREATE INDEX treasury_receipt_by_payment ON treasury_receipt (payment_id);
ALTER TABLE treasury_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE treasury_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON treasury_receipt USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (payment_id, division_path) ON treasury_receipt TO ${app};
CREATE FUNCTION treasury_receipt_keeps_what_was_reported() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.payment_id IS NULL OR OLD.payment_id = NEW.payment_id)
       AND to_jsonb(OLD) - '{payment_id,division_path}'::text[] = to_jsonb(NEW) - '{payment_id,division_path}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what the treasury confirmed never changes' USING ERRCODE = '23000';
END
$$;
CREATE TRIGGER treasury_receipt_is_kept BEFORE UPDATE OR DELETE ON treasury_receipt
    FOR EACH ROW EXECUTE FUNCTION treasury_receipt_keeps_what_was_reported();
