-- 已支付的就诊: which bill of which provider the fund has paid, and from when to when the care was; gone when it is reversed.
-- Kept by the tables of settlements themselves, in the statement that writes them, so that no way to a payment can go past it.
CREATE TABLE paid_care (
    settlement_id uuid PRIMARY KEY,
    person_id     uuid NOT NULL,
    care_provider text COLLATE "C" NOT NULL,
    bill_key      text COLLATE "C" NOT NULL,
    stay          boolean NOT NULL,
    admission     date NOT NULL,
    discharge     date NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    CONSTRAINT one_payment_per_bill UNIQUE (care_provider, bill_key)
);
CREATE INDEX paid_care_of_person ON paid_care (person_id, discharge);
ALTER TABLE paid_care ENABLE ROW LEVEL SECURITY;
ALTER TABLE paid_care FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON paid_care
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, DELETE ON paid_care TO ${app};

-- A bill of before this migration has no key of its own: its settlement stands for it.
CREATE FUNCTION paid_care_of(document settlement_document) RETURNS SETOF paid_care LANGUAGE sql STABLE AS $$
    SELECT s.id, s.person_id, document.bill ->> 'providerCode',
           coalesce(document.bill -> 'identity' ->> 'key', 'S:' || s.id),
           coalesce((document.bill -> 'identity' ->> 'stay')::boolean, EXISTS (
               SELECT 1 FROM care_type c WHERE c.code = document.bill ->> 'careType'
                 AND c.benefit IN ('inpatient', 'maternity', 'day_surgery', 'emergency_rescue'))),
           (document.bill ->> 'admissionDate')::date, (document.bill ->> 'dischargeDate')::date, s.provider, s.division_path
    FROM settlement s WHERE s.id = document.settlement_id AND s.kind = 'SETTLEMENT' AND s.outcome = 'PAID'
$$;

CREATE FUNCTION note_paid_care() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO paid_care SELECT * FROM paid_care_of(NEW);
    RETURN NULL;
END
$$;
CREATE TRIGGER paid_care_is_noted AFTER INSERT ON settlement_document
    FOR EACH ROW EXECUTE FUNCTION note_paid_care();

CREATE FUNCTION forget_reversed_care() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM paid_care WHERE settlement_id = NEW.reverses;
    RETURN NULL;
END
$$;
CREATE TRIGGER reversed_care_is_forgotten AFTER INSERT ON settlement
    FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION forget_reversed_care();

SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
INSERT INTO paid_care
SELECT care.* FROM settlement_document document, LATERAL paid_care_of(document) care
WHERE NOT EXISTS (SELECT 1 FROM settlement r WHERE r.reverses = document.settlement_id);

-- 重叠住院核实: two persons have looked at two stays of one person whose dates overlap.
ALTER TABLE filing DROP CONSTRAINT filing_kind_check;
ALTER TABLE filing ADD CONSTRAINT filing_kind_check CHECK (kind IN
    ('OFF_AREA', 'CHRONIC', 'TWO_DISEASE', 'OUTSIDE_PURCHASE', 'TRAUMA', 'REFERRAL', 'STAY_OVERLAP'));
