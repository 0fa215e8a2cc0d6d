-- 零星报销: whoever corrects a claim has had it in hands too; a claim may be withdrawn; a second visit of one day at one provider is
-- confirmed to be another one.
ALTER TABLE manual_claim
    ADD COLUMN corrected_by text,
    ADD COLUMN another_visit_by text,
    DROP CONSTRAINT manual_claim_state_check,
    ADD CONSTRAINT manual_claim_state_check CHECK (state IN ('SUBMITTED', 'RETURNED', 'FIRST_REVIEWED', 'DECIDED', 'WITHDRAWN')),
    ADD CONSTRAINT who_corrects_does_not_review CHECK (
        corrected_by IS NULL OR (first_by IS NULL OR first_by <> corrected_by) AND (second_by IS NULL OR second_by <> corrected_by));
GRANT UPDATE (care_provider, late, corrected_by, another_visit_by) ON manual_claim TO ${app};
