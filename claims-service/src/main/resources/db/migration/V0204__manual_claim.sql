-- 零星报销: the person has paid; what a city asks for, until when, and how a claim goes from hand to hand.
CREATE TABLE manual_document (
    area     text COLLATE "C" NOT NULL,
    code     text NOT NULL,
    title    text NOT NULL,
    article  text NOT NULL,
    original boolean NOT NULL,
    needed   text NOT NULL CHECK (needed IN ('ALWAYS', 'STAY', 'OTHER_PAYEE')),
    PRIMARY KEY (area, code)
);
CREATE TABLE manual_deadline (
    area    text COLLATE "C" PRIMARY KEY,
    months  int NOT NULL,
    article text NOT NULL,
    quote   text NOT NULL
);
GRANT SELECT ON manual_document, manual_deadline TO ${app};
INSERT INTO manual_deadline VALUES ('131000', 6, '第三十五条', '原则上应在出院后6个月内到参保地医保经办机构办理报销手续');
INSERT INTO manual_document (area, code, title, article, original, needed) VALUES
    ('-', 'RECEIPT', '医院收费票据', '经办规程', true, 'ALWAYS'),
    ('-', 'FEE_LIST', '费用明细单', '经办规程', true, 'ALWAYS'),
    ('-', 'IDENTITY', '有效身份证件', '经办规程', false, 'ALWAYS'),
    ('-', 'PAYEE_RELATION', '代领关系证明或委托书', '经办规程', false, 'OTHER_PAYEE'),
    ('131000', 'RECEIPT', '费用收据原件', '第三十五条', true, 'ALWAYS'),
    ('131000', 'FEE_LIST', '费用汇总明细清单原件', '第三十五条', true, 'ALWAYS'),
    ('131000', 'DIAGNOSIS', '诊断书原件', '第三十五条', true, 'ALWAYS'),
    ('131000', 'MEDICAL_RECORD', '住院病历复印件（病历首页、入院记录、出院记录、手术记录、临时和长期医嘱）', '第三十五条', false, 'STAY'),
    ('131000', 'IDENTITY', '本人身份证及复印件', '第三十五条', false, 'ALWAYS'),
    ('131000', 'PAYEE_RELATION', '代领关系证明或委托书', '经办规程', false, 'OTHER_PAYEE'),
    ('360900', 'IDENTITY', '医保电子凭证或有效身份证件', '第四十八条', false, 'ALWAYS'),
    ('360900', 'RECEIPT', '医院收费票据', '第四十八条', true, 'ALWAYS'),
    ('360900', 'FEE_LIST', '费用明细单', '第四十八条', true, 'ALWAYS'),
    ('360900', 'MEDICAL_RECORD', '病历资料（门诊病历或出院记录单）', '第四十八条', false, 'ALWAYS'),
    ('360900', 'PAYEE_RELATION', '代领关系证明或委托书', '经办规程', false, 'OTHER_PAYEE');

CREATE SEQUENCE manual_claim_number START 1000001;
GRANT USAGE ON manual_claim_number TO ${app};
CREATE TABLE manual_claim (
    id             uuid PRIMARY KEY,
    number         text NOT NULL UNIQUE,
    person_id      uuid NOT NULL,
    area           text COLLATE "C" NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    provider       text COLLATE "C" NOT NULL DEFAULT '-',
    care_provider  text COLLATE "C" NOT NULL,
    bill           jsonb NOT NULL,
    documents      text[] NOT NULL,
    payee_name     text NOT NULL,
    payee_relation text NOT NULL CHECK (payee_relation IN ('SELF', 'GUARDIAN', 'PROXY', 'HEIR')),
    payee_bank     text NOT NULL,
    account_sealed text NOT NULL,
    account_last4  text NOT NULL,
    state          text NOT NULL CHECK (state IN ('SUBMITTED', 'RETURNED', 'FIRST_REVIEWED', 'DECIDED')),
    late           boolean NOT NULL,
    late_approved_by text,
    taken_by       text NOT NULL,
    taken_on       date NOT NULL,
    first_by       text,
    second_by      text,
    reason         text NOT NULL DEFAULT '',
    settlement_id  uuid REFERENCES settlement (id),
    CONSTRAINT manual_claim_goes_through_three_hands CHECK (
        (first_by IS NULL OR first_by <> taken_by) AND (second_by IS NULL OR second_by NOT IN (taken_by, first_by)))
);
CREATE INDEX manual_claim_open ON manual_claim (division_path, state, id);

-- 应付个人、应向个人追回, and the batches in which money goes out.
CREATE TABLE payout_batch (
    id            uuid PRIMARY KEY,
    division_path text COLLATE "C" NOT NULL,
    made_by       text NOT NULL,
    made_on       date NOT NULL,
    state         text NOT NULL DEFAULT 'SENT' CHECK (state IN ('SENT', 'RETURNED'))
);
CREATE TABLE payout (
    id             uuid PRIMARY KEY,
    person_id      uuid NOT NULL,
    area           text COLLATE "C" NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    provider       text COLLATE "C" NOT NULL DEFAULT '-',
    settlement_id  uuid NOT NULL REFERENCES settlement (id),
    direction      text NOT NULL CHECK (direction IN ('TO_PAY', 'TO_RECOVER')),
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    payee_name     text NOT NULL DEFAULT '',
    payee_bank     text NOT NULL DEFAULT '',
    account_sealed text NOT NULL DEFAULT '',
    account_last4  text NOT NULL DEFAULT '',
    state          text NOT NULL CHECK (state IN ('WAITING_FOR_ACCOUNT', 'READY', 'IN_BATCH', 'PAID', 'REJECTED', 'TO_RECOVER', 'RECOVERED')),
    batch          uuid REFERENCES payout_batch (id),
    line           int,
    reason         text NOT NULL DEFAULT '',
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT one_payout_per_settlement UNIQUE (settlement_id)
);
CREATE INDEX payout_open ON payout (division_path, state, id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['manual_claim', 'payout'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
ALTER TABLE payout_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE payout_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payout_batch
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (bill, documents, payee_name, payee_relation, payee_bank, account_sealed, account_last4,
    state, late_approved_by, first_by, second_by, reason, settlement_id) ON manual_claim TO ${app};
GRANT SELECT, INSERT, UPDATE (state) ON payout_batch TO ${app};
GRANT SELECT, INSERT, UPDATE (payee_name, payee_bank, account_sealed, account_last4, state, batch, line, reason)
    ON payout TO ${app};
