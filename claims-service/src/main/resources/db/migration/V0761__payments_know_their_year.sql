-- 待遇年度: what moves between the fund and a person, or comes back from a third party, stands under the year of the care it is for.
ALTER TABLE payout ADD COLUMN benefit_year int;
ALTER TABLE third_party_recourse ADD COLUMN benefit_year int;
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
UPDATE payout p SET benefit_year = s.benefit_year FROM settlement s WHERE s.id = p.settlement_id;
UPDATE third_party_recourse r SET benefit_year = s.benefit_year FROM settlement s WHERE s.id = r.settlement_id;
