-- 疑点部分成立: a finding may be upheld for a part of its amount; an appeal can only lower that. 延长申辩期限: with its reason.
ALTER TABLE finding
    ADD COLUMN upheld_fen bigint,
    ADD COLUMN extension text,
    ADD CONSTRAINT finding_upheld_within_its_amount CHECK (upheld_fen IS NULL OR upheld_fen > 0 AND upheld_fen <= amount_fen);
GRANT UPDATE (upheld_fen, extension) ON finding TO ${app};
