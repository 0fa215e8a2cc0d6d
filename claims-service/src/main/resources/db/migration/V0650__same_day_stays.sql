-- Two stays of one day each, at two providers on the same day, overlap by no day that they share beyond a boundary: a rescue and then
-- a transfer may be true, so both are paid, and the second is looked at.
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
        (SELECT 'STAY_BEFORE', c.* FROM paid_care c
         WHERE c.person_id = ANY (persons) AND c.stay AND c.discharge <= first_day AND c.settlement_id IS DISTINCT FROM own
         ORDER BY c.discharge DESC LIMIT 1))
    SELECT f.relation, s.number, f.care_provider, s.settled_on, f.admission, f.discharge, f.diagnosis, f.encounter
    FROM found f JOIN settlement s ON s.id = f.settlement_id WHERE f.settlement_id IS DISTINCT FROM own
$$;

-- 目录导入: a file whose import was cancelled or failed may be loaded again.
ALTER TABLE catalogue_import DROP CONSTRAINT one_import_per_file, ADD COLUMN undone boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX one_import_per_file ON catalogue_import (area, sha256) WHERE NOT undone;
GRANT UPDATE (undone) ON catalogue_import TO ${app};
