-- 撤回: a run that has one signature and can never have its second, because more has come since, is put away too. A closed one never is.
ALTER TABLE reconciliation
    DROP CONSTRAINT withdrawn_run_has_no_signature,
    ADD CONSTRAINT withdrawn_run_was_not_closed CHECK (state <> 'WITHDRAWN' OR closed_by IS NULL);
