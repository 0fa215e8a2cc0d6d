-- The rules of review are the law's data now; a finding keeps the one that it was raised by, with its article and sentence.
ALTER TABLE finding
    ADD COLUMN rule_title      text NOT NULL DEFAULT '',
    ADD COLUMN rule_instrument text NOT NULL DEFAULT '',
    ADD COLUMN rule_article    text NOT NULL DEFAULT '',
    ADD COLUMN rule_quote      text NOT NULL DEFAULT '';
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
UPDATE finding f SET rule_title = r.title, rule_instrument = r.instrument, rule_article = r.article, rule_quote = r.quote
FROM review_rule r WHERE r.area = f.area AND r.code = f.rule;
ALTER TABLE finding DROP CONSTRAINT finding_rests_on_a_rule;
DROP TABLE review_rule;

-- What the service sees itself it says once.
CREATE UNIQUE INDEX one_own_finding_per_settlement_and_rule ON finding (settlement_id, rule)
    WHERE raised_by = '系统' AND settlement_id IS NOT NULL;
CREATE INDEX finding_of_person ON finding (person_id);
