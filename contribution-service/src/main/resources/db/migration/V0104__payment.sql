-- 缴费: each voucher the tax bureau reports, kept for good. What was answered at receipt stays; where the money lies now is in the postings.
CREATE TABLE payment (
    id              uuid PRIMARY KEY,
    voucher_no      text COLLATE "C" NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('NORMAL', 'REVERSAL')),
    reverses        uuid REFERENCES payment (id),
    area            text COLLATE "C" NOT NULL,
    division_path   text COLLATE "C" NOT NULL,
    organ           text COLLATE "C" NOT NULL,
    person_id       uuid,
    stated_name     text NOT NULL,
    stated_id_sealed text NOT NULL,
    stated_id_index text COLLATE "C" NOT NULL,
    stated_id_masked text NOT NULL,
    benefit_year    int NOT NULL,
    amount_fen      bigint NOT NULL CHECK (amount_fen > 0),
    paid_on         date NOT NULL,
    treasury_on     date,
    outcome         text NOT NULL,
    late            boolean NOT NULL,
    accepted_fen    bigint NOT NULL,
    refunded_fen    bigint NOT NULL DEFAULT 0,
    fingerprint     text NOT NULL,
    received_at     timestamptz NOT NULL,
    CONSTRAINT one_payment_per_voucher UNIQUE (voucher_no),
    CONSTRAINT reversal_points_to_its_original CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
    CONSTRAINT refund_within_what_was_paid CHECK (refunded_fen BETWEEN 0 AND amount_fen)
);
CREATE UNIQUE INDEX one_reversal_per_payment ON payment (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX payment_by_person ON payment (person_id, benefit_year);
CREATE INDEX payment_by_organ_day ON payment (organ, benefit_year, paid_on);
CREATE INDEX payment_for_nobody ON payment (stated_id_index) WHERE person_id IS NULL;
ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payment USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (person_id, division_path, refunded_fen) ON payment TO ${app};
CREATE FUNCTION payment_keeps_what_was_reported() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
       AND to_jsonb(OLD) - '{person_id,division_path,refunded_fen}'::text[]
         = to_jsonb(NEW) - '{person_id,division_path,refunded_fen}'::text[]
       AND (OLD.person_id IS NULL OR OLD.person_id IS NOT DISTINCT FROM NEW.person_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a payment never changes: correct by a reversal' USING ERRCODE = '23000';
END
$$;
CREATE TRIGGER payment_is_kept BEFORE UPDATE OR DELETE ON payment
    FOR EACH ROW EXECUTE FUNCTION payment_keeps_what_was_reported();

-- Money of a payment that still lies in suspense: what came in, less what a levy took, less what is on its way back.
CREATE VIEW payment_position WITH (security_invoker = true) AS
SELECT p.*,
       EXISTS (SELECT 1 FROM payment r WHERE r.reverses = p.id) AS reversed,
       coalesce((SELECT sum(CASE WHEN g.account_to = 'SUSPENSE' THEN g.amount_fen ELSE -g.amount_fen END)
                 FROM posting g WHERE g.ref = p.id AND 'RECEIVABLE' IN (g.account_from, g.account_to)), 0)::bigint AS allocated_fen
FROM payment p WHERE p.kind = 'NORMAL';
GRANT SELECT ON payment_position TO ${app};
