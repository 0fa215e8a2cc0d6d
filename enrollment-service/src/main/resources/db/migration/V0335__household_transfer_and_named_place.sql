-- 整户迁移: a family's members are proposed together and accepted as one, each as what they are to the head.
ALTER TABLE person_transfer
    ADD household_transfer uuid,
    ADD relation           text NOT NULL DEFAULT '';
CREATE INDEX person_transfer_by_household ON person_transfer (household_transfer) WHERE household_transfer IS NOT NULL;

-- 名单所列之人的住址: where the department says that somebody lives, so that the place learns of whom nobody knows yet.
ALTER TABLE category_list_row ADD named_path text COLLATE "C" NOT NULL DEFAULT '-';
CREATE INDEX category_list_row_by_place ON category_list_row (named_path) WHERE named_path <> '-';

-- Of each number and category the newest word of each organ, for the places that the caller sees. Who is registered elsewhere in
-- the area is registered; where, is not said.
CREATE FUNCTION category_named_here()
    RETURNS TABLE (list_id uuid, row_no int, area text, list_month text, organ text, category text, name_masked text,
                   id_masked text, named_path text, valid_from date, valid_to date, verdict text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (list.area, named.id_blind_index, named.category, list.organ)
           list.id, named.row_no, list.area, list.list_month, list.organ, named.category, named.name_masked, named.id_masked,
           named.named_path, named.valid_from, named.valid_to, named.verdict,
           (SELECT coalesce(person.merged_into, person.id) FROM identity_document document
            JOIN person ON person.id = document.person_id
            WHERE document.area = list.area AND document.blind_index = named.id_blind_index
              AND document.superseded_by IS NULL AND person.status <> 'WITHDRAWN' LIMIT 1)
    FROM category_list_row named JOIN category_list list ON list.id = named.list_id
    WHERE named.named_path <> '-' AND named.id_blind_index <> ''
      AND jumin_visible(named.named_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C")
      AND list.state IN ('APPLIED', 'UNDO_PENDING') AND named.verdict NOT IN ('INVALID', 'REPEATED')
      AND NOT EXISTS (SELECT 1 FROM category_list later
                      WHERE later.area = list.area AND later.organ = list.organ AND later.state IN ('APPLIED', 'UNDO_PENDING')
                        AND later.kind = 'FULL' AND jsonb_exists(later.categories, named.category)
                        AND (later.list_month, later.recorded_at) > (list.list_month, list.recorded_at))
    ORDER BY list.area, named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC,
             named.row_no
$$;
REVOKE ALL ON FUNCTION category_named_here() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION category_named_here() TO ${app};
CREATE FUNCTION enrolled_anywhere(wanted uuid, year int) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM enrollment
                   WHERE enrollment.person_id = wanted AND enrollment.benefit_year = year AND enrollment.state = 'ENROLLED')
$$;
REVOKE ALL ON FUNCTION enrolled_anywhere(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enrolled_anywhere(uuid, int) TO ${app};
CREATE POLICY read_by_definer_functions ON enrollment FOR SELECT TO CURRENT_USER USING (true);
