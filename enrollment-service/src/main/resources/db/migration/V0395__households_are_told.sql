-- 户编号和户主 are told to the other services from here on (kind household); what is there already is told once.
ALTER TABLE household NO FORCE ROW LEVEL SECURITY;
ALTER TABLE household_member NO FORCE ROW LEVEL SECURITY;
INSERT INTO change_feed (kind, subject, recorded_at, payload)
SELECT 'household', h.id::text, now(),
       jsonb_build_object('householdId', h.id, 'area', h.area, 'divisionPath', h.division_path, 'houseNumber', h.house_number,
                          'head', head.person_id)
FROM household h
LEFT JOIN household_member head ON head.household_id = h.id AND head.relation = 'HEAD'
     AND head.superseded_by IS NULL AND head.valid_to IS NULL
WHERE h.withdrawn_at IS NULL
ORDER BY h.division_path, h.house_number;
ALTER TABLE household_member FORCE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
