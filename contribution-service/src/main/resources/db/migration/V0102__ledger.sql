-- 分录: double entry, insert-only. One row moves an amount out of one account into another, so the sum of all balances is always zero.
CREATE TABLE posting (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    person_id     uuid,
    benefit_year  int NOT NULL,
    account_from  text NOT NULL,
    account_to    text NOT NULL,
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    reason        text NOT NULL,
    ref           uuid NOT NULL,
    reverses      bigint REFERENCES posting (id),
    occurred_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT posting_moves_between_two_accounts CHECK (account_from <> account_to)
);
CREATE UNIQUE INDEX one_reversal_per_posting ON posting (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX posting_by_ref ON posting (ref);
CREATE INDEX posting_by_person ON posting (person_id, benefit_year);
ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON posting USING (jumin_visible(division_path, '-', organ, '-'));
-- The path follows the person who moves; nothing else of a posting ever changes.
GRANT SELECT, INSERT, UPDATE (division_path) ON posting TO ${app};
CREATE FUNCTION posting_amounts_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'division_path' = to_jsonb(NEW) - 'division_path' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a posting never changes: correct by a reversal' USING ERRCODE = '23000';
END
$$;
CREATE TRIGGER posting_is_insert_only BEFORE UPDATE OR DELETE ON posting
    FOR EACH ROW EXECUTE FUNCTION posting_amounts_never_change();
