-- 名单所列的人住在哪里: by the registration, else as the list says. Which list is the newest word about somebody is asked of one place by
-- all who ask: who is registered elsewhere than a list says was recognised, yet no longer shown as named.
CREATE FUNCTION category_lives_at(wanted_area text, wanted text, said text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(nullif(category_home(wanted_area, wanted), '-'), said)
$$;
REVOKE ALL ON FUNCTION category_lives_at(text, text, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION category_named(wanted_area text, wanted text[])
    RETURNS TABLE (list_id uuid, list_month text, organ text, blind_index text, sealed text, category text, valid_from date,
                   valid_to date, unemployed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (named.id_blind_index, named.category, list.organ)
           list.id, list.list_month, list.organ, named.id_blind_index, named.sealed, named.category, named.valid_from,
           named.valid_to, named.unemployed
    FROM category_list_row named JOIN category_list list ON list.id = named.list_id
    WHERE list.area = wanted_area AND named.id_blind_index = ANY (wanted) AND named.id_blind_index <> ''
      AND list.state IN ('APPLIED', 'UNDO_PENDING') AND named.verdict NOT IN ('INVALID', 'REPEATED') AND named.valid_from IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM category_list later
                      WHERE later.area = list.area AND later.organ = list.organ AND later.state IN ('APPLIED', 'UNDO_PENDING')
                        AND later.kind = 'FULL' AND jsonb_exists(later.categories, named.category)
                        AND (later.list_month, later.recorded_at) > (list.list_month, list.recorded_at)
                        AND (later.places = '[]' OR category_speaks_for(later.places, list.places,
                            category_lives_at(list.area, named.id_blind_index, named.named_path))))
    ORDER BY named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC, named.row_no
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
               (SELECT coalesce(person.merged_into, person.id) FROM identity_document document
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
