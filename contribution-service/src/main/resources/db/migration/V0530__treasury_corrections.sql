-- 国库确认 that no longer stands: its voucher went back to the tax organ and was received anew, or two persons found that it was reported wrongly.
-- It moves here as it was reported. What stands stays in treasury_receipt, where reconciliation and refunds look.
ALTER TABLE treasury_receipt ADD COLUMN attempt int NOT NULL DEFAULT 1 CHECK (attempt > 0);
CREATE INDEX treasury_receipt_in_order ON treasury_receipt (confirmed_on, id);

CREATE TABLE treasury_receipt_past (
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
    attempt       int NOT NULL,
    ended         text NOT NULL CHECK (ended IN ('RETURNED', 'REVERSED')),
    ended_at      timestamptz NOT NULL
);
CREATE INDEX treasury_receipt_past_by_voucher ON treasury_receipt_past (organ, voucher_no);
CREATE INDEX treasury_receipt_past_by_payment ON treasury_receipt_past (payment_id);
CREATE INDEX treasury_receipt_past_in_order ON treasury_receipt_past (confirmed_on, id);
ALTER TABLE treasury_receipt_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE treasury_receipt_past FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON treasury_receipt_past USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (division_path) ON treasury_receipt_past TO ${app};

CREATE OR REPLACE FUNCTION treasury_receipt_keeps_what_was_reported() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.payment_id IS NULL OR OLD.payment_id = NEW.payment_id)
       AND to_jsonb(OLD) - '{payment_id,division_path}'::text[] = to_jsonb(NEW) - '{payment_id,division_path}'::text[] THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM treasury_receipt_past p
        WHERE p.id = OLD.id AND to_jsonb(p) - '{ended,ended_at}'::text[] = to_jsonb(OLD)) THEN
        RETURN OLD; -- it stands among the past ones, word for word
    END IF;
    RAISE EXCEPTION 'what the treasury confirmed never changes' USING ERRCODE = '23000';
END
$$;
GRANT DELETE ON treasury_receipt TO ${app};

CREATE FUNCTION treasury_receipt_past_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'division_path' = to_jsonb(NEW) - 'division_path' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what the treasury confirmed never changes' USING ERRCODE = '23000';
END
$$;
CREATE TRIGGER treasury_receipt_past_is_kept BEFORE UPDATE OR DELETE ON treasury_receipt_past
    FOR EACH ROW EXECUTE FUNCTION treasury_receipt_past_is_kept();

-- 国库确认的冲销: one person of the county proposes with a reason, another decides. No business of the tax organ's: no organ of its own matches '-'.
CREATE TABLE treasury_reversal (
    id            uuid PRIMARY KEY,
    receipt_id    uuid NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    voucher_no    text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    state         text NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by   text NOT NULL,
    proposed_at   timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    CONSTRAINT treasury_reversal_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
    CONSTRAINT treasury_reversal_is_decided_by_somebody CHECK ((state = 'PROPOSED') = (decided_by IS NULL))
);
CREATE UNIQUE INDEX one_open_treasury_reversal ON treasury_reversal (receipt_id) WHERE state = 'PROPOSED';
CREATE INDEX treasury_reversal_of_receipt ON treasury_reversal (receipt_id, proposed_at);
CREATE INDEX treasury_reversal_of_voucher ON treasury_reversal (voucher_no);
ALTER TABLE treasury_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE treasury_reversal FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON treasury_reversal USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, division_path) ON treasury_reversal TO ${app};
