-- 迁移: the year's sums and whatever is under way follow the person to another division; decisions stay where they were made.
GRANT UPDATE (division_path) ON filing TO ${app};
GRANT UPDATE (division_path) ON manual_claim TO ${app};
GRANT UPDATE (division_path) ON payout TO ${app};
CREATE INDEX manual_claim_of_person ON manual_claim (person_id);
CREATE INDEX payout_of_person ON payout (person_id);

SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
UPDATE person_year y SET division_path = i.division_path FROM insured_person i
WHERE i.person_id = y.person_id AND i.division_path NOT IN (y.division_path, '-');
UPDATE filing f SET division_path = i.division_path FROM insured_person i
WHERE i.person_id = f.person_id AND i.division_path NOT IN (f.division_path, '-');
UPDATE manual_claim m SET division_path = i.division_path FROM insured_person i
WHERE i.person_id = m.person_id AND i.division_path NOT IN (m.division_path, '-') AND m.state <> 'DECIDED';
UPDATE payout p SET division_path = i.division_path FROM insured_person i
WHERE i.person_id = p.person_id AND i.division_path NOT IN (p.division_path, '-') AND p.state NOT IN ('PAID', 'RECOVERED');
