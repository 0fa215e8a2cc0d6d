-- 退费: papers, who receives it, through which account it is paid, and a way back when it cannot be paid.
ALTER TABLE refund DROP CONSTRAINT refund_state_check;
ALTER TABLE refund ADD CONSTRAINT refund_state_check
    CHECK (state IN ('REQUESTED', 'ORDERED', 'FAILED', 'PAID', 'REJECTED', 'WITHDRAWN'));
ALTER TABLE refund
    ADD COLUMN enrollment_id  uuid,
    ADD COLUMN channel        text NOT NULL DEFAULT 'TAX' CHECK (channel IN ('TAX', 'EXPENDITURE')),
    ADD COLUMN payable_from   date,
    ADD COLUMN payee_relation text NOT NULL DEFAULT 'ORIGINAL'
        CHECK (payee_relation IN ('ORIGINAL', 'SELF', 'GUARDIAN', 'HEIR', 'AGENT')),
    ADD COLUMN withdrawn_by   text,
    ADD COLUMN withdrawn_at   timestamptz,
    ADD CONSTRAINT withdrawn_refund_names_who CHECK ((state = 'WITHDRAWN') = (withdrawn_by IS NOT NULL));
GRANT UPDATE (enrollment_id, channel, withdrawn_by, withdrawn_at) ON refund TO ${app};
CREATE INDEX refund_ends_levy ON refund (person_id, benefit_year) WHERE ends_levy;

-- 退费材料: sealed, since it shows identity papers and accounts.
CREATE TABLE refund_document (
    refund_id     uuid NOT NULL REFERENCES refund (id),
    no            int NOT NULL,
    kind          text NOT NULL,
    name          text NOT NULL,
    media_type    text NOT NULL,
    sha256        text COLLATE "C" NOT NULL,
    sealed        text NOT NULL,
    added_by      text NOT NULL,
    added_at      timestamptz NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    PRIMARY KEY (refund_id, no),
    CONSTRAINT one_document_per_content UNIQUE (refund_id, sha256)
);
ALTER TABLE refund_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund_document FORCE ROW LEVEL SECURITY;
-- The tax organ sees orders, never papers: no organ of its own matches '-'.
CREATE POLICY in_scope ON refund_document USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (division_path) ON refund_document TO ${app};
