-- 相邻的就诊, as before, but the last stay before a bill is the first entry of an index, not the newest of all care of the year.
DROP INDEX paid_care_of_person;
CREATE INDEX paid_care_of_person ON paid_care (person_id, stay, discharge);

CREATE OR REPLACE FUNCTION paid_care_beside(persons uuid[], of_provider text, of_bill text, first_day date, last_day date, own uuid)
RETURNS TABLE (relation text, number text, provider text, "settledOn" date, admission date, discharge date, diagnosis text, encounter uuid)
LANGUAGE sql STABLE AS $$
    WITH found AS (
        SELECT 'SAME_BILL' AS relation, c.* FROM paid_care c WHERE c.care_provider = of_provider AND c.bill_key = of_bill
        UNION ALL
        SELECT 'OVERLAPPING_STAY', c.* FROM paid_care c
        WHERE c.person_id = ANY (persons) AND c.stay AND c.discharge > first_day AND c.admission < last_day
        UNION ALL
        SELECT 'SAME_DAY_STAY', c.* FROM paid_care c
        WHERE c.person_id = ANY (persons) AND c.stay AND c.care_provider <> of_provider
          AND first_day = last_day AND c.discharge = first_day AND c.admission = first_day
        UNION ALL
        (SELECT 'STAY_BEFORE', before.*
         FROM unnest(persons) AS record (person_id) CROSS JOIN LATERAL (
             SELECT c.* FROM paid_care c
             WHERE c.person_id = record.person_id AND c.stay AND c.discharge <= first_day AND c.settlement_id IS DISTINCT FROM own
             ORDER BY c.discharge DESC LIMIT 1) before
         ORDER BY before.discharge DESC LIMIT 1))
    SELECT f.relation, s.number, f.care_provider, s.settled_on, f.admission, f.discharge, f.diagnosis, f.encounter
    FROM found f JOIN settlement s ON s.id = f.settlement_id WHERE f.settlement_id IS DISTINCT FROM own
$$;
