-- 追偿随就诊: a settlement that is reversed and settled again is one care, of which a third party is asked once. By what the care is known.
ALTER TABLE third_party_recourse
    ADD COLUMN care_provider text COLLATE "C",
    ADD COLUMN bill_key text COLLATE "C",
    ADD COLUMN stay boolean,
    ADD COLUMN admission date;
CREATE INDEX third_party_recourse_of_person ON third_party_recourse (person_id, id);
CREATE UNIQUE INDEX one_recourse_replaces_another ON third_party_recourse (replaces);
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
UPDATE third_party_recourse r SET care_provider = c.care_provider, bill_key = c.bill_key, stay = c.stay, admission = c.admission
FROM paid_care c WHERE c.person_id = r.person_id AND c.settlement_id = r.settlement_id;

-- 到账登记有误: reversed by another person with a reason; the receipt stays as it was written, and its voucher may be entered again.
ALTER TABLE payout_receipt
    ADD COLUMN correction int NOT NULL DEFAULT 0,
    DROP CONSTRAINT one_payout_receipt_per_voucher,
    ADD CONSTRAINT one_payout_receipt_per_voucher UNIQUE (payout, voucher, correction);
ALTER TABLE recourse_receipt
    ADD COLUMN correction int NOT NULL DEFAULT 0,
    DROP CONSTRAINT one_receipt_per_voucher,
    ADD CONSTRAINT one_receipt_per_voucher UNIQUE (recourse, voucher, correction);

CREATE TABLE payout_receipt_reversal (
    receipt     uuid PRIMARY KEY REFERENCES payout_receipt (id),
    payout      uuid NOT NULL REFERENCES payout (id),
    reason      text NOT NULL,
    entered_by  text NOT NULL,
    reversed_by text NOT NULL,
    reversed_on date NOT NULL,
    CONSTRAINT payout_receipt_is_reversed_by_another CHECK (reversed_by <> entered_by)
);
CREATE TABLE recourse_receipt_reversal (
    receipt     uuid PRIMARY KEY REFERENCES recourse_receipt (id),
    recourse    uuid NOT NULL REFERENCES third_party_recourse (id),
    reason      text NOT NULL,
    entered_by  text NOT NULL,
    reversed_by text NOT NULL,
    reversed_on date NOT NULL,
    CONSTRAINT recourse_receipt_is_reversed_by_another CHECK (reversed_by <> entered_by)
);
CREATE TRIGGER payout_receipt_reversal_is_insert_only BEFORE UPDATE OR DELETE ON payout_receipt_reversal
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
CREATE TRIGGER recourse_receipt_reversal_is_insert_only BEFORE UPDATE OR DELETE ON recourse_receipt_reversal
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE payout_receipt_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE payout_receipt_reversal FORCE ROW LEVEL SECURITY;
ALTER TABLE recourse_receipt_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE recourse_receipt_reversal FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_payout ON payout_receipt_reversal
    USING (EXISTS (SELECT 1 FROM payout p WHERE p.id = payout_receipt_reversal.payout));
CREATE POLICY with_its_recourse ON recourse_receipt_reversal
    USING (EXISTS (SELECT 1 FROM third_party_recourse r WHERE r.id = recourse_receipt_reversal.recourse));
GRANT SELECT, INSERT ON payout_receipt_reversal, recourse_receipt_reversal TO ${app};
