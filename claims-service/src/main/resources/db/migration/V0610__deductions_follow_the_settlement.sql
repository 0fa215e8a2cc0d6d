-- A finding takes from the provider no more than it still holds of the settlement: what a later reversal took back as well
-- is given back by a line of its own, so that a finding may have lines in several statements and a line may be negative.
ALTER TABLE monthly_deduction
    DROP CONSTRAINT monthly_deduction_pkey,
    ADD PRIMARY KEY (finding_id, statement_id),
    ADD CONSTRAINT deduction_moves_money CHECK (amount_fen <> 0);
CREATE INDEX monthly_deduction_of_statement ON monthly_deduction (statement_id);
ALTER TABLE monthly_statement DROP CONSTRAINT monthly_statement_deduction_fen_check;

-- 申诉: has its own time, and is decided by somebody else than the one who upheld the finding.
ALTER TABLE finding
    ADD COLUMN upheld_by text,
    ADD CONSTRAINT appeal_is_decided_by_another CHECK (
        appeal IS NULL OR upheld_by IS NULL OR state = 'APPEALED' OR decided_by IS DISTINCT FROM upheld_by);
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
UPDATE finding SET upheld_by = decided_by WHERE state = 'UPHELD';
GRANT UPDATE (answer_by, upheld_by) ON finding TO ${app};
