-- 撤回待确认的名单: its sender takes back a list that waits for a second person; nothing of it was applied.
ALTER TABLE category_list
    DROP CONSTRAINT category_list_state_check,
    ADD CONSTRAINT category_list_state_check
        CHECK (state IN ('APPLIED', 'UNDONE', 'PENDING', 'REJECTED', 'UNDO_PENDING', 'WITHDRAWN'));

-- Whether a list of other cover was taken back; asked by those who decide its conflicts and do not see the list itself.
CREATE FUNCTION cover_list_undone(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM cover_list WHERE id = wanted AND state = 'UNDONE')
$$;
REVOKE ALL ON FUNCTION cover_list_undone(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cover_list_undone(uuid) TO ${app};
