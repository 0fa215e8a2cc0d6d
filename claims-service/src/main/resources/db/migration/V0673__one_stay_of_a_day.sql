-- 相邻的就诊, as before, but two stays of one day at one provider overlap too: a day case that is claimed and billed, or billed twice.
CREATE OR REPLACE FUNCTION paid_care_beside(persons uuid[], of_provider text, of_bill text, first_day date, last_day date, own uuid)
RETURNS TABLE (relation text, number text, provider text, "settledOn" date, admission date, discharge date, diagnosis text, encounter uuid)
LANGUAGE sql STABLE AS $$
    WITH found AS (
        SELECT 'SAME_BILL' AS relation, c.* FROM paid_care c WHERE c.care_provider = of_provider AND c.bill_key = of_bill
        UNION ALL
        SELECT 'OVERLAPPING_STAY', c.* FROM paid_care c
        WHERE c.person_id = ANY (persons) AND c.stay AND c.discharge > first_day AND c.admission < last_day
        UNION ALL
        SELECT CASE WHEN c.care_provider = of_provider THEN 'OVERLAPPING_STAY' ELSE 'SAME_DAY_STAY' END, c.* FROM paid_care c
        WHERE c.person_id = ANY (persons) AND c.stay
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
