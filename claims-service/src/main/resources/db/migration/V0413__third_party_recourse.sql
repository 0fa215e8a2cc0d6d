-- 追偿: what the fund paid in a third party's place (社会保险法 第三十条第二款), from the decision that did so to the money that came back.
CREATE SEQUENCE recourse_number START 1000001;
GRANT USAGE ON recourse_number TO ${app};
CREATE TABLE third_party_recourse (
    id            uuid PRIMARY KEY,
    number        text NOT NULL UNIQUE,
    settlement_id uuid NOT NULL REFERENCES settlement (id),
    replaces      uuid REFERENCES third_party_recourse (id),
    person_id     uuid NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    state         text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DEMANDED', 'RECOVERED', 'WAIVED', 'CANCELLED')),
    debtor        text NOT NULL DEFAULT '',
    demanded_by   text,
    demanded_on   date,
    closed_by     text,
    reason        text NOT NULL DEFAULT '',
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT one_recourse_per_settlement UNIQUE (settlement_id),
    CONSTRAINT recourse_is_waived_by_another CHECK (state <> 'WAIVED' OR closed_by <> demanded_by)
);
CREATE INDEX third_party_recourse_open ON third_party_recourse (division_path, state, id);

-- 追偿到账: each receipt with its voucher; amounts never change.
CREATE TABLE recourse_receipt (
    id            uuid PRIMARY KEY,
    recourse      uuid NOT NULL REFERENCES third_party_recourse (id),
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    voucher       text NOT NULL,
    received_on   date NOT NULL,
    entered_by    text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT one_receipt_per_voucher UNIQUE (recourse, voucher)
);
CREATE TRIGGER recourse_receipt_is_insert_only BEFORE UPDATE OR DELETE ON recourse_receipt
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['third_party_recourse', 'recourse_receipt'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE (state, debtor, demanded_by, demanded_on, closed_by, reason) ON third_party_recourse TO ${app};
GRANT SELECT, INSERT ON recourse_receipt TO ${app};
