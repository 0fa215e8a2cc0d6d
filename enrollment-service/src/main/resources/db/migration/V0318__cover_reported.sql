-- 登记时已知的其他参保: who is registered after a list has named the person is a conflict as well. The lists lie with the whole
-- area; whoever registers learns of them only what the latest list of each sender says about that one number.
CREATE INDEX cover_list_row_by_identity ON cover_list_row (id_blind_index);
CREATE POLICY read_by_definer_functions ON cover_list FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY read_by_definer_functions ON cover_list_row FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION cover_reported(wanted_area text, wanted text[])
    RETURNS TABLE (list_id uuid, row_no int, blind_index text, sealed text, source text, insured_from date, insured_to date,
                   insured_where text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT list.id, named.row_no, named.id_blind_index, named.sealed, list.source, named.insured_from, named.insured_to,
           named.insured_where
    FROM cover_list_row named JOIN cover_list list ON list.id = named.list_id
    WHERE list.area = wanted_area AND named.id_blind_index = ANY (wanted) AND named.id_blind_index <> ''
      AND list.state <> 'UNDONE' AND named.verdict <> 'INVALID' AND named.insured_from IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM cover_list later
                      WHERE later.area = list.area AND later.organ = list.organ AND later.source = list.source
                        AND later.state <> 'UNDONE' AND later.list_month > list.list_month)
    ORDER BY list.recorded_at, named.row_no
$$;
REVOKE ALL ON FUNCTION cover_reported(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cover_reported(text, text[]) TO ${app};
