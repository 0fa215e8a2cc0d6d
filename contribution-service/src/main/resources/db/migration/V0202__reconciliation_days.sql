-- 对账日: a closed day never changes. What comes later for it belongs to the open day and names the run that closed its own day.
CREATE TABLE reconciled_day (
    organ             text COLLATE "C" NOT NULL,
    benefit_year      int NOT NULL,
    day               date NOT NULL,
    reconciliation_id uuid NOT NULL REFERENCES reconciliation (id),
    division_path     text COLLATE "C" NOT NULL,
    CONSTRAINT one_closing_per_day PRIMARY KEY (organ, benefit_year, day)
);
ALTER TABLE reconciled_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE reconciled_day FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON reconciled_day USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT ON reconciled_day TO ${app};
CREATE TRIGGER reconciled_day_is_insert_only BEFORE UPDATE OR DELETE ON reconciled_day
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

ALTER TABLE payment ADD COLUMN reconciliation_day date;
ALTER TABLE payment ADD COLUMN late_for uuid REFERENCES reconciliation (id);
ALTER TABLE payment DISABLE TRIGGER payment_is_kept;
ALTER TABLE payment NO FORCE ROW LEVEL SECURITY;
UPDATE payment SET reconciliation_day = paid_on;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
ALTER TABLE payment ENABLE TRIGGER payment_is_kept;
ALTER TABLE payment ALTER COLUMN reconciliation_day SET NOT NULL;
CREATE INDEX payment_by_reconciliation_day ON payment (organ, benefit_year, reconciliation_day);

-- Whoever closes days takes the same lock alone: no payment slips into a day while it is being closed.
CREATE FUNCTION payment_finds_its_open_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.organ || '/' || NEW.benefit_year, 7));
    NEW.reconciliation_day := NEW.paid_on;
    SELECT reconciliation_id INTO NEW.late_for FROM reconciled_day
        WHERE organ = NEW.organ AND benefit_year = NEW.benefit_year AND day = NEW.paid_on;
    IF NEW.late_for IS NULL AND NEW.kind = 'REVERSAL' THEN
        SELECT d.reconciliation_id INTO NEW.late_for FROM payment p
            JOIN reconciled_day d ON d.organ = p.organ AND d.benefit_year = p.benefit_year AND d.day = p.reconciliation_day
            WHERE p.id = NEW.reverses;
    END IF;
    IF NEW.late_for IS NOT NULL THEN
        SELECT min(day) INTO NEW.reconciliation_day
        FROM (SELECT (NEW.received_at AT TIME ZONE 'Asia/Shanghai')::date + n AS day FROM generate_series(0, 800) n) later
        WHERE NOT EXISTS (SELECT 1 FROM reconciled_day d
            WHERE d.organ = NEW.organ AND d.benefit_year = NEW.benefit_year AND d.day = later.day);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER payment_has_a_reconciliation_day BEFORE INSERT ON payment
    FOR EACH ROW EXECUTE FUNCTION payment_finds_its_open_day();

-- 税务明细 while a run compares them: voucher numbers and amounts, nobody's name; gone when the run has compared.
CREATE UNLOGGED TABLE tax_detail (
    run_id     uuid NOT NULL,
    voucher_no text COLLATE "C" NOT NULL,
    amount_fen bigint NOT NULL,
    paid_on    date NOT NULL,
    reversed   boolean NOT NULL
);
CREATE INDEX tax_detail_of_run ON tax_detail (run_id);
GRANT SELECT, INSERT, DELETE ON tax_detail TO ${app};

ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_state_check;
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_state_check CHECK (state IN ('COMPARING', 'OPEN', 'SIGNED', 'CLOSED'));
ALTER TABLE reconciliation
    ADD COLUMN compared_at      timestamptz,
    ADD COLUMN treasury_through date,
    ADD COLUMN treasury_count   bigint,
    ADD COLUMN treasury_fen     bigint,
    ADD COLUMN with_unpaid      boolean NOT NULL DEFAULT false,
    ADD COLUMN job_id           uuid,
    ADD COLUMN signed_by        text,
    ADD COLUMN signed_at        timestamptz,
    ADD CONSTRAINT reconciliation_needs_two_signatures CHECK (closed_by IS NULL OR signed_by IS NOT NULL AND signed_by <> closed_by);
GRANT UPDATE (our_count, our_fen, matched, compared_at, treasury_count, treasury_fen, job_id, signed_by, signed_at)
    ON reconciliation TO ${app};

ALTER TABLE difference ADD COLUMN refers_to uuid REFERENCES reconciliation (id);

-- 每日总额 of both sides, as they were when the run compared.
CREATE TABLE reconciliation_day_total (
    reconciliation_id uuid NOT NULL REFERENCES reconciliation (id),
    day               date NOT NULL,
    our_count         bigint NOT NULL,
    our_fen           bigint NOT NULL,
    their_count       bigint NOT NULL,
    their_fen         bigint NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    organ             text COLLATE "C" NOT NULL,
    PRIMARY KEY (reconciliation_id, day)
);
ALTER TABLE reconciliation_day_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE reconciliation_day_total FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON reconciliation_day_total USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT ON reconciliation_day_total TO ${app};
CREATE TRIGGER day_total_is_insert_only BEFORE UPDATE OR DELETE ON reconciliation_day_total
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

CREATE OR REPLACE FUNCTION closed_runs_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    may_change text[] := '{state,action,note,closed_by,closed_at,signed_by,signed_at,job_id}';
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'division_path' = to_jsonb(NEW) - 'division_path' THEN
        RETURN NEW; -- the path follows the person who moves
    END IF;
    IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED' THEN
        RAISE EXCEPTION 'what is closed never changes' USING ERRCODE = '23000', CONSTRAINT = 'closed_run_never_changes';
    END IF;
    IF OLD.state = 'COMPARING' THEN
        RETURN NEW; -- what both sides say is still being found out
    END IF;
    IF to_jsonb(OLD) - may_change <> to_jsonb(NEW) - may_change THEN
        RAISE EXCEPTION 'what both sides said never changes' USING ERRCODE = '23000', CONSTRAINT = 'closed_run_never_changes';
    END IF;
    RETURN NEW;
END
$$;
