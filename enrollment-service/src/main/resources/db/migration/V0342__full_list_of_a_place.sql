-- 分区划报送的全量名单: a full list may speak for some divisions of the area only; what it does not name elsewhere it does not end.
ALTER TABLE category_list ADD places jsonb NOT NULL DEFAULT '[]';

-- Whether a path lies in the places of a list; no places are the whole area.
CREATE FUNCTION category_in_places(places jsonb, path text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT places = '[]' OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(places) place WHERE starts_with(path, place))
$$;

-- Whether two lists speak for some place in common.
CREATE FUNCTION category_places_meet(one jsonb, other jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT one = '[]' OR other = '[]' OR EXISTS (
        SELECT 1 FROM jsonb_array_elements_text(one) mine, jsonb_array_elements_text(other) theirs
        WHERE starts_with(mine, theirs) OR starts_with(theirs, mine))
$$;

-- Whether a later full list says all about somebody whom an earlier one named: the person lives, or is said to live, in its places;
-- of whom no place is known, when it speaks for all places of the earlier one.
CREATE FUNCTION category_speaks_for(later jsonb, earlier jsonb, path text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT later = '[]' OR CASE WHEN path = '-' THEN earlier <> '[]' AND later @> earlier
                                ELSE category_in_places(later, path) END
$$;

-- Where somebody lives who is registered under that number; '-' when nobody is.
CREATE FUNCTION category_home(wanted_area text, wanted text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT person.division_path FROM identity_document document JOIN person ON person.id = document.person_id
                     WHERE document.area = wanted_area AND document.blind_index = wanted AND document.superseded_by IS NULL
                       AND person.status <> 'WITHDRAWN' LIMIT 1), '-')
$$;
REVOKE ALL ON FUNCTION category_home(text, text) FROM PUBLIC;

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
                        AND (later.places = '[]' OR category_speaks_for(later.places, list.places, CASE
                            WHEN category_home(list.area, named.id_blind_index) <> '-'
                                THEN category_home(list.area, named.id_blind_index)
                            ELSE named.named_path END)))
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
                            AND category_speaks_for(later.places, list.places, named.named_path))
        ORDER BY list.area, named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC,
                 named.row_no) found
    WHERE NOT EXISTS (SELECT 1 FROM person dead WHERE dead.id = found.person_id AND dead.status = 'DECEASED')
$$;
