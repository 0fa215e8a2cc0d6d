-- 名单在前、登记在后: whom a department named is recognised when registered later. The rows are kept sealed, to be found by number;
-- the lists lie with the whole area, and whoever registers learns of them only what stands about that one number.
ALTER TABLE category_list_row
    ADD id_blind_index text COLLATE "C" NOT NULL DEFAULT '',
    ADD sealed         text NOT NULL DEFAULT '';
CREATE INDEX category_list_row_by_identity ON category_list_row (id_blind_index) WHERE id_blind_index <> '';
CREATE POLICY read_by_definer_functions ON category_list FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY read_by_definer_functions ON category_list_row FOR SELECT TO CURRENT_USER USING (true);

-- Of each organ the newest word about each number and category; a later full list of that category speaks for all it does not name.
CREATE FUNCTION category_named(wanted_area text, wanted text[])
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
                        AND (later.list_month, later.recorded_at) > (list.list_month, list.recorded_at))
    ORDER BY named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC, named.row_no
$$;
REVOKE ALL ON FUNCTION category_named(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION category_named(text, text[]) TO ${app};
