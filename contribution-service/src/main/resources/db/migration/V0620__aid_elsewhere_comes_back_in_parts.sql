-- 追回异地参保资助: in parts, each with its document; one that was typed wrongly is reversed by another person, never changed.
CREATE TABLE elsewhere_aid_receipt (
    id            uuid PRIMARY KEY,
    entry         bigint GENERATED ALWAYS AS IDENTITY,
    claim         uuid NOT NULL REFERENCES elsewhere_aid (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    document_no   text NOT NULL,
    correction    int NOT NULL DEFAULT 0,
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    received_on   date NOT NULL,
    entered_by    text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT one_aid_receipt_per_document UNIQUE (area, document_no, correction)
);
CREATE INDEX elsewhere_aid_receipt_of_claim ON elsewhere_aid_receipt (claim, entry);
CREATE INDEX elsewhere_aid_receipt_by_person ON elsewhere_aid_receipt (person_id);
CREATE TABLE elsewhere_aid_receipt_reversal (
    receipt       uuid PRIMARY KEY REFERENCES elsewhere_aid_receipt (id),
    division_path text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    reason        text NOT NULL,
    entered_by    text NOT NULL,
    reversed_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT aid_receipt_is_reversed_by_another CHECK (reversed_by <> entered_by)
);
CREATE INDEX elsewhere_aid_receipt_reversal_by_person ON elsewhere_aid_receipt_reversal (person_id);

SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
INSERT INTO elsewhere_aid_receipt (id, claim, area, division_path, person_id, document_no, amount_fen, received_on, entered_by, recorded_at)
SELECT id, id, area, division_path, person_id, recovered_document, amount_fen, recovered_on, '-', changed_at
FROM elsewhere_aid WHERE state = 'RECOVERED';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['elsewhere_aid_receipt', 'elsewhere_aid_receipt_reversal'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, ''-'', ''-'', ''-''))', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE (division_path) ON %I TO ${app}', t);
    END LOOP;
END
$$;
