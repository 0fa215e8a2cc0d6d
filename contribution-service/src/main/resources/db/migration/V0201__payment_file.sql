-- 税务文件: a nightly file, kept by the hash of its content; its lines are booked by a job, each once.
CREATE TABLE payment_file (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    file_no       int NOT NULL CHECK (file_no > 0),
    business_day  date NOT NULL,
    name          text NOT NULL,
    charset       text NOT NULL,
    sha256        text COLLATE "C" NOT NULL,
    line_count    int NOT NULL,
    sum_fen       bigint NOT NULL,
    job_id        uuid,
    received_by   text NOT NULL,
    received_at   timestamptz NOT NULL,
    CONSTRAINT one_payment_file_per_content UNIQUE (organ, sha256),
    CONSTRAINT one_payment_file_per_number UNIQUE (organ, benefit_year, file_no)
);
ALTER TABLE payment_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_file FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payment_file USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (job_id) ON payment_file TO ${app};

-- One line; its content stays sealed until it is booked, then it is erased: the payment has it. WAITING: a reversal whose original has not come yet.
CREATE TABLE payment_file_line (
    file_id       uuid NOT NULL REFERENCES payment_file (id),
    line          int NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    voucher_no    text COLLATE "C" NOT NULL,
    state         text NOT NULL CHECK (state IN ('READY', 'WAITING', 'ACCEPTED', 'REFUSED')),
    sealed        text NOT NULL,
    outcome       text NOT NULL,
    detail        text NOT NULL,
    PRIMARY KEY (file_id, line)
);
CREATE INDEX payment_file_line_waiting ON payment_file_line (organ) WHERE state = 'WAITING';
ALTER TABLE payment_file_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_file_line FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON payment_file_line USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (state, sealed, outcome, detail) ON payment_file_line TO ${app};
