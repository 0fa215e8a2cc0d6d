-- 合并的合并: who was merged into somebody who was merged is the person at the end, at however many removes. Two steps, so that nobody
-- walks who was not merged; a circle, which nothing should make, ends at whom it began with.
CREATE FUNCTION end_of_merges(wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE step(id, next) AS (
        SELECT person.id, person.merged_into FROM person WHERE person.id = wanted
        UNION
        SELECT person.id, person.merged_into FROM step JOIN person ON person.id = step.next
    )
    SELECT coalesce((SELECT step.id FROM step WHERE step.next IS NULL), wanted)
$$;
REVOKE ALL ON FUNCTION end_of_merges(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_of_merges(uuid) TO ${app};
CREATE FUNCTION survivor_of(record uuid, merged_into uuid) RETURNS uuid
    LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN merged_into IS NULL THEN record ELSE end_of_merges(merged_into) END
$$;

-- Where somebody lives who is registered under that number, or under one that leads to the registration; '-' when nobody is.
CREATE OR REPLACE FUNCTION category_home(wanted_area text, wanted text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT person.division_path FROM identity_document document
                     JOIN person holder ON holder.id = document.person_id
                     JOIN person ON person.id = survivor_of(holder.id, holder.merged_into)
                     WHERE document.area = wanted_area AND document.blind_index = wanted AND document.superseded_by IS NULL
                       AND holder.status <> 'WITHDRAWN' LIMIT 1), '-')
$$;

CREATE OR REPLACE FUNCTION category_named_here()
    RETURNS TABLE (list_id uuid, row_no int, area text, list_month text, organ text, category text, name_masked text,
                   id_masked text, named_path text, valid_from date, valid_to date, verdict text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT found.list_id, found.row_no, found.area, found.list_month, found.organ, found.category, found.name_masked,
           found.id_masked, found.named_path, found.valid_from, found.valid_to, found.verdict, found.person_id
    FROM (
        SELECT DISTINCT ON (list.area, named.id_blind_index, named.category, list.organ)
               list.id AS list_id, named.row_no, list.area, list.list_month, list.organ, named.category, named.name_masked,
               named.id_masked, named.named_path, named.valid_from, named.valid_to, named.verdict,
               (SELECT survivor_of(person.id, person.merged_into) FROM identity_document document
                JOIN person ON person.id = document.person_id
                WHERE document.area = list.area AND document.blind_index = named.id_blind_index
                  AND document.superseded_by IS NULL AND person.status <> 'WITHDRAWN' LIMIT 1) AS person_id
        FROM category_list_row named JOIN category_list list ON list.id = named.list_id
        WHERE named.named_path <> '-' AND named.id_blind_index <> ''
          AND jumin_visible(named.named_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C")
          AND list.state IN ('APPLIED', 'UNDO_PENDING') AND named.verdict NOT IN ('INVALID', 'REPEATED')
          AND NOT EXISTS (SELECT 1 FROM category_list later
                          WHERE later.area = list.area AND later.organ = list.organ AND later.state IN ('APPLIED', 'UNDO_PENDING')
                            AND later.kind = 'FULL' AND jsonb_exists(later.categories, named.category)
                            AND (later.list_month, later.recorded_at) > (list.list_month, list.recorded_at)
                            AND (later.places = '[]' OR category_speaks_for(later.places, list.places,
                                category_lives_at(list.area, named.id_blind_index, named.named_path))))
        ORDER BY list.area, named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC,
                 named.row_no) found
    WHERE NOT EXISTS (SELECT 1 FROM person dead WHERE dead.id = found.person_id AND dead.status = 'DECEASED')
$$;
