-- 撤回: a run that nobody has signed, and that compared the wrong thing, is put away with a reason. It stays as it was; its differences are no work
-- for anybody, and the same content may be compared again.
ALTER TABLE reconciliation
    ADD COLUMN withdrawn_by     text,
    ADD COLUMN withdrawn_at     timestamptz,
    ADD COLUMN withdrawn_reason text,
    ADD CONSTRAINT withdrawn_run_says_why
        CHECK ((state = 'WITHDRAWN') = (withdrawn_by IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawn_reason IS NOT NULL)),
    ADD CONSTRAINT withdrawn_run_has_no_signature CHECK (state <> 'WITHDRAWN' OR signed_by IS NULL);
ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_state_check;
ALTER TABLE reconciliation
    ADD CONSTRAINT reconciliation_state_check CHECK (state IN ('COMPARING', 'OPEN', 'SIGNED', 'CLOSED', 'WITHDRAWN'));
ALTER TABLE reconciliation DROP CONSTRAINT one_run_per_content;
CREATE UNIQUE INDEX one_run_per_content ON reconciliation (organ, fingerprint) WHERE state <> 'WITHDRAWN';
GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawn_reason) ON reconciliation TO ${app};

CREATE OR REPLACE FUNCTION closed_runs_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    may_change text[] := '{state,action,note,closed_by,closed_at,signed_by,signed_at,job_id,withdrawn_by,withdrawn_at,withdrawn_reason}';
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'division_path' = to_jsonb(NEW) - 'division_path' THEN
        RETURN NEW; -- the path follows the person who moves
    END IF;
    IF TG_OP = 'DELETE' OR OLD.state IN ('CLOSED', 'WITHDRAWN') THEN
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
