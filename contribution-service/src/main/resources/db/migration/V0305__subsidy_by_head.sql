-- 财政补助按人数: how many heads at how much per head a due was reckoned from. Fewer heads later make a due that takes back.
ALTER TABLE fund_due
    ADD COLUMN heads        bigint,
    ADD COLUMN per_head_fen bigint CHECK (per_head_fen >= 0),
    ADD COLUMN standard_id  uuid REFERENCES standard (id);
DO $$
DECLARE
    old_rule text;
BEGIN
    SELECT conname INTO STRICT old_rule FROM pg_constraint
    WHERE conrelid = 'fund_due'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%amount_fen%';
    EXECUTE format('ALTER TABLE fund_due DROP CONSTRAINT %I', old_rule);
END
$$;
ALTER TABLE fund_due
    ADD CONSTRAINT due_says_how_much CHECK (amount_fen > 0 OR (kind = 'AID' OR heads IS NOT NULL) AND amount_fen <> 0),
    ADD CONSTRAINT due_by_head_names_its_standard
        CHECK (num_nulls(heads, per_head_fen, standard_id) IN (0, 3));
