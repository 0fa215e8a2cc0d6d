CREATE SEQUENCE settlement_number START 10000001;
GRANT USAGE ON settlement_number TO ${app};

-- 年度累计: one row per person and year; locked while a settlement or a reversal of that person-year is decided.
-- The sums are the fold of accumulator_entry. No index on changing columns, so that updates stay in the page.
CREATE TABLE person_year (
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL DEFAULT '-',
    version       bigint NOT NULL DEFAULT 0,
    sums          jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (person_id, benefit_year)
) WITH (fillfactor = 70);
ALTER TABLE person_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_year FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_year
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (version, sums, division_path) ON person_year TO ${app};

-- 结算与冲正. Insert-only: a correction is a reversal and a new settlement.
CREATE TABLE settlement (
    id                     uuid PRIMARY KEY,
    number                 text NOT NULL,
    kind                   text NOT NULL CHECK (kind IN ('SETTLEMENT', 'REVERSAL')),
    reverses               uuid REFERENCES settlement (id),
    outcome                text NOT NULL CHECK (outcome IN ('PAID', 'REFUSED', 'HELD')),
    provider               text COLLATE "C" NOT NULL,
    message_id             text COLLATE "C" NOT NULL,
    area                   text COLLATE "C" NOT NULL,
    division_path          text COLLATE "C" NOT NULL,
    person_id              uuid NOT NULL,
    person_name_masked     text NOT NULL,
    person_id_masked       text NOT NULL,
    benefit_year           int NOT NULL,
    year_version           bigint NOT NULL,
    total_fen              bigint NOT NULL,
    pool_fen               bigint NOT NULL,
    critical_illness_fen   bigint NOT NULL,
    medical_assistance_fen bigint NOT NULL,
    third_party_fen        bigint NOT NULL,
    person_fen             bigint NOT NULL,
    law_release            text NOT NULL,
    placeholders_allowed   boolean NOT NULL,
    law_on                 date NOT NULL,
    settled_on             date NOT NULL,
    recorded_at            timestamptz NOT NULL,
    reason                 text NOT NULL DEFAULT '',
    CONSTRAINT one_settlement_per_message UNIQUE (provider, message_id),
    CONSTRAINT one_reversal_per_settlement UNIQUE (reverses),
    CONSTRAINT settlement_number_is_unique UNIQUE (number),
    CONSTRAINT reversal_names_what_it_reverses CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
    CONSTRAINT bill_is_the_sum_of_its_payers CHECK (
        total_fen = pool_fen + critical_illness_fen + medical_assistance_fen + third_party_fen + person_fen)
);
CREATE INDEX settlement_of_person_year ON settlement (person_id, benefit_year, year_version);

-- 费用明细、事实与核算单, as canonical text: what replay reads.
CREATE TABLE settlement_document (
    settlement_id uuid PRIMARY KEY REFERENCES settlement (id),
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    bill          jsonb NOT NULL,
    facts         text NOT NULL,
    decision      text NOT NULL
);

-- 累计分录: what each settlement and reversal adds to the person-year.
CREATE TABLE accumulator_entry (
    settlement_id uuid NOT NULL REFERENCES settlement (id),
    name          text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    benefit_year  int NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    amount        bigint NOT NULL,
    PRIMARY KEY (settlement_id, name)
);
CREATE INDEX accumulator_entry_of_person_year ON accumulator_entry (person_id, benefit_year);

-- 记账分录: double entry; the amount leaves one account and arrives at the other.
CREATE TABLE posting (
    settlement_id uuid NOT NULL REFERENCES settlement (id),
    line          int NOT NULL,
    account_from  text COLLATE "C" NOT NULL,
    account_to    text COLLATE "C" NOT NULL,
    amount_fen    bigint NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    occurred_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (settlement_id, line),
    CONSTRAINT posting_moves_money CHECK (amount_fen > 0 AND account_from <> account_to)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['settlement', 'settlement_document', 'accumulator_entry', 'posting'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app}', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumin_insert_only()',
            t || '_is_insert_only', t);
    END LOOP;
END
$$;

-- 规则版本: the texts of each release that this service has used, so that an old decision replays after the law has moved on.
CREATE TABLE law_release (
    release  text COLLATE "C" PRIMARY KEY,
    area     text COLLATE "C" NOT NULL,
    texts    jsonb NOT NULL,
    first_used_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON law_release TO ${app};
CREATE TRIGGER law_release_is_insert_only BEFORE UPDATE OR DELETE ON law_release
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
