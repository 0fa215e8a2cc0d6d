-- 对账: a run is what both sides said at one moment; it never changes. Its differences are closed one by one, each with a trace.
CREATE TABLE reconciliation (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    our_count     bigint NOT NULL,
    our_fen       bigint NOT NULL,
    their_count   bigint NOT NULL,
    their_fen     bigint NOT NULL,
    matched       bigint NOT NULL,
    fingerprint   text NOT NULL,
    state         text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    received_by   text NOT NULL,
    received_at   timestamptz NOT NULL,
    closed_by     text,
    closed_at     timestamptz,
    CONSTRAINT one_run_per_content UNIQUE (organ, fingerprint),
    CONSTRAINT reconciliation_days_run_forward CHECK (first_day <= last_day)
);
ALTER TABLE reconciliation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reconciliation FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON reconciliation USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (state, closed_by, closed_at) ON reconciliation TO ${app};

CREATE TABLE difference (
    id                uuid PRIMARY KEY,
    seq               bigint GENERATED ALWAYS AS IDENTITY,
    reconciliation_id uuid NOT NULL REFERENCES reconciliation (id),
    division_path     text COLLATE "C" NOT NULL,
    organ             text COLLATE "C" NOT NULL,
    class             text NOT NULL,
    voucher_no        text COLLATE "C" NOT NULL,
    payment_id        uuid REFERENCES payment (id),
    person_id         uuid,
    our_fen           bigint,
    their_fen         bigint,
    difference_fen    bigint NOT NULL,
    state             text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    action            text,
    note              text,
    closed_by         text,
    closed_at         timestamptz,
    CONSTRAINT one_difference_per_voucher_and_class UNIQUE (reconciliation_id, class, voucher_no),
    CONSTRAINT closed_difference_says_how CHECK ((state = 'CLOSED') = (action IS NOT NULL AND closed_by IS NOT NULL))
);
CREATE INDEX difference_of_run ON difference (reconciliation_id, seq);
ALTER TABLE difference ENABLE ROW LEVEL SECURITY;
ALTER TABLE difference FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON difference USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (state, action, note, closed_by, closed_at, division_path) ON difference TO ${app};

CREATE FUNCTION closed_runs_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'division_path' = to_jsonb(NEW) - 'division_path' THEN
        RETURN NEW; -- the path follows the person who moves
    END IF;
    IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED' THEN
        RAISE EXCEPTION 'what is closed never changes' USING ERRCODE = '23000', CONSTRAINT = 'closed_run_never_changes';
    END IF;
    IF to_jsonb(OLD) - '{state,action,note,closed_by,closed_at}'::text[]
       <> to_jsonb(NEW) - '{state,action,note,closed_by,closed_at}'::text[] THEN
        RAISE EXCEPTION 'what both sides said never changes' USING ERRCODE = '23000', CONSTRAINT = 'closed_run_never_changes';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER closed_run_is_kept BEFORE UPDATE OR DELETE ON reconciliation
    FOR EACH ROW EXECUTE FUNCTION closed_runs_never_change();
CREATE TRIGGER closed_difference_is_kept BEFORE UPDATE OR DELETE ON difference
    FOR EACH ROW EXECUTE FUNCTION closed_runs_never_change();
