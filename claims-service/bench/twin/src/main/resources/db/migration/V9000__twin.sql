-- The tables of the JPA twin: a row for each line, as entities are usually kept. No row-level security, no triggers, no checks.
CREATE SEQUENCE twin_row_seq INCREMENT 50;
CREATE TABLE twin_year (id text PRIMARY KEY, version bigint NOT NULL, sums text NOT NULL);
CREATE TABLE twin_settlement (id bigint PRIMARY KEY, number text NOT NULL UNIQUE, provider text NOT NULL, message_id text NOT NULL,
    person_id uuid NOT NULL, benefit_year int NOT NULL, outcome text NOT NULL, total_fen bigint NOT NULL, pool_fen bigint NOT NULL,
    critical_illness_fen bigint NOT NULL, medical_assistance_fen bigint NOT NULL, third_party_fen bigint NOT NULL,
    person_fen bigint NOT NULL, law_release text NOT NULL, facts text NOT NULL, recorded_at timestamptz NOT NULL,
    UNIQUE (provider, message_id));
CREATE INDEX ON twin_settlement (person_id, benefit_year);
CREATE TABLE twin_item (id bigint PRIMARY KEY, settlement_id bigint NOT NULL REFERENCES twin_settlement, line_no int NOT NULL,
    code text NOT NULL, name text NOT NULL, item_class text NOT NULL, kind text NOT NULL, quantity text NOT NULL, unit_price text NOT NULL,
    amount_fen bigint NOT NULL, over_ceiling_fen bigint NOT NULL, used_on date NOT NULL, remark text);
CREATE INDEX ON twin_item (settlement_id);
CREATE TABLE twin_line (id bigint PRIMARY KEY, settlement_id bigint NOT NULL REFERENCES twin_settlement, step text NOT NULL,
    title text NOT NULL, amount bigint NOT NULL, instrument text NOT NULL, article text NOT NULL);
CREATE INDEX ON twin_line (settlement_id);
CREATE TABLE twin_entry (id bigint PRIMARY KEY, settlement_id bigint NOT NULL REFERENCES twin_settlement, name text NOT NULL, amount bigint NOT NULL);
CREATE INDEX ON twin_entry (settlement_id);
CREATE TABLE twin_posting (id bigint PRIMARY KEY, settlement_id bigint NOT NULL REFERENCES twin_settlement, account_from text NOT NULL,
    account_to text NOT NULL, amount_fen bigint NOT NULL);
CREATE INDEX ON twin_posting (settlement_id);
CREATE TABLE twin_change (id bigint PRIMARY KEY, subject text NOT NULL, recorded_at timestamptz NOT NULL, payload text NOT NULL);
CREATE TABLE twin_trail (id bigint PRIMARY KEY, recorded_at timestamptz NOT NULL, actor text NOT NULL, subject text NOT NULL, detail text NOT NULL);
CREATE TABLE twin_answer (id text PRIMARY KEY, fingerprint text NOT NULL, status int NOT NULL, body bytea NOT NULL);
GRANT SELECT, INSERT, UPDATE ON twin_year, twin_settlement, twin_item, twin_line, twin_entry, twin_posting, twin_change, twin_trail, twin_answer TO ${app};
GRANT USAGE ON twin_row_seq TO ${app};
