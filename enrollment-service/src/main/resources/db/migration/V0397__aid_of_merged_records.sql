-- 异地参保资助: what was claimed under a record that was merged into another one, at however many removes, is that person's claim,
-- whoever asks: a merged record keeps no school, so a school does not see it.
CREATE FUNCTION aided_elsewhere(wanted uuid[]) RETURNS TABLE (person_id uuid, benefit_year int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE record(known_as, id) AS (
        SELECT named, named FROM unnest(wanted) named
        UNION
        SELECT record.known_as, merged.id FROM record JOIN person merged ON merged.merged_into = record.id
    )
    SELECT record.known_as, aid.benefit_year FROM record JOIN elsewhere_aid aid ON aid.person_id = record.id
    WHERE aid.state IN ('CLAIMED', 'APPROVED')
$$;
REVOKE ALL ON FUNCTION aided_elsewhere(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aided_elsewhere(uuid[]) TO ${app};
