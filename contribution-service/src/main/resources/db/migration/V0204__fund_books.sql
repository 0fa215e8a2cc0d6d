-- 分账核算: the county in whose sub-book a posting stands. It stays there when the person moves; only who may see it follows the person.
ALTER TABLE posting ADD COLUMN book text COLLATE "C";
ALTER TABLE posting DISABLE TRIGGER posting_is_insert_only;
ALTER TABLE posting NO FORCE ROW LEVEL SECURITY;
UPDATE posting SET book = coalesce(nullif(split_part(division_path, '/', 2), ''), area);
ALTER TABLE posting FORCE ROW LEVEL SECURITY;
ALTER TABLE posting ENABLE TRIGGER posting_is_insert_only;
ALTER TABLE posting ALTER COLUMN book SET NOT NULL;
CREATE FUNCTION posting_gets_its_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.reverses IS NOT NULL THEN
        SELECT book INTO NEW.book FROM posting WHERE id = NEW.reverses;
    END IF;
    NEW.book := coalesce(NEW.book, nullif(split_part(NEW.division_path, '/', 2), ''), NEW.area);
    RETURN NEW;
END
$$;
CREATE TRIGGER posting_has_a_book BEFORE INSERT ON posting
    FOR EACH ROW WHEN (NEW.book IS NULL) EXECUTE FUNCTION posting_gets_its_book();

-- 应收款: what a level of government or a department owes the fund for a benefit year.
CREATE TABLE fund_due (
    id              uuid PRIMARY KEY,
    seq             bigint GENERATED ALWAYS AS IDENTITY,
    area            text COLLATE "C" NOT NULL,
    division_path   text COLLATE "C" NOT NULL,
    benefit_year    int NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('GOVERNMENT_SUBSIDY', 'AID')),
    party           text NOT NULL,
    amount_fen      bigint NOT NULL CHECK (amount_fen > 0 OR kind = 'AID' AND amount_fen <> 0),
    due_on          date,
    article         text NOT NULL,
    decision_number text NOT NULL,
    created_by      text NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX fund_due_by_year ON fund_due (area, benefit_year, seq);
ALTER TABLE fund_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_due FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON fund_due USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT ON fund_due TO ${app};
CREATE TRIGGER fund_due_is_insert_only BEFORE UPDATE OR DELETE ON fund_due
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- Which postings a bill to a department is made of: each is billed once, whoever bills and whenever.
CREATE TABLE aid_bill_posting (
    posting_id    bigint PRIMARY KEY REFERENCES posting (id),
    due_id        uuid NOT NULL REFERENCES fund_due (id),
    division_path text COLLATE "C" NOT NULL
);
CREATE INDEX aid_bill_posting_of_bill ON aid_bill_posting (due_id);
ALTER TABLE aid_bill_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid_bill_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON aid_bill_posting USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT ON aid_bill_posting TO ${app};
CREATE TRIGGER aid_bill_posting_is_insert_only BEFORE UPDATE OR DELETE ON aid_bill_posting
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- 到账: money of governments, departments, banks and donors, by its document.
CREATE TABLE fund_receipt (
    id            uuid PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('GOVERNMENT_SUBSIDY', 'AID', 'INTEREST', 'DONATION', 'TRANSFER', 'OTHER_PUBLIC', 'OTHER')),
    due_id        uuid REFERENCES fund_due (id),
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    received_on   date NOT NULL,
    document_no   text NOT NULL,
    payer         text NOT NULL,
    note          text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    reversed_by   text,
    reversed_at   timestamptz,
    CONSTRAINT one_receipt_per_document UNIQUE (area, document_no),
    CONSTRAINT receipt_of_a_due_names_it CHECK ((due_id IS NOT NULL) = (kind IN ('GOVERNMENT_SUBSIDY', 'AID'))),
    CONSTRAINT receipt_reversal_needs_two_persons CHECK (reversed_by IS NULL OR reversed_by <> recorded_by)
);
CREATE INDEX fund_receipt_of_due ON fund_receipt (due_id);
ALTER TABLE fund_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON fund_receipt USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE (reversed_by, reversed_at) ON fund_receipt TO ${app};

-- 结账: a period is a month of recording. Two persons close it; its balances are kept and nothing is ever recorded in it again.
CREATE TABLE accounting_period (
    area      text COLLATE "C" NOT NULL,
    period    text COLLATE "C" NOT NULL CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    signed_by text NOT NULL,
    signed_at timestamptz NOT NULL,
    closed_by text,
    closed_at timestamptz,
    PRIMARY KEY (area, period),
    CONSTRAINT period_close_needs_two_persons CHECK (closed_by IS NULL OR closed_by <> signed_by)
);
GRANT SELECT, INSERT, UPDATE (closed_by, closed_at) ON accounting_period TO ${app};
CREATE TABLE period_balance (
    area        text COLLATE "C" NOT NULL,
    period      text COLLATE "C" NOT NULL,
    book        text COLLATE "C" NOT NULL,
    account     text NOT NULL,
    opening_fen bigint NOT NULL,
    in_fen      bigint NOT NULL,
    out_fen     bigint NOT NULL,
    PRIMARY KEY (area, period, book, account),
    FOREIGN KEY (area, period) REFERENCES accounting_period (area, period)
);
GRANT SELECT, INSERT ON period_balance TO ${app};
CREATE TRIGGER period_balance_is_insert_only BEFORE UPDATE OR DELETE ON period_balance
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
