-- 待重办: what settled itself is nobody's decision. Rows that were closed so before are told apart from those a person kept.
ALTER TABLE subsidy_redo
    DROP CONSTRAINT subsidy_redo_state_check,
    ADD CONSTRAINT subsidy_redo_state_check CHECK (state IN ('OPEN', 'REDONE', 'KEPT', 'SETTLED'));
CREATE INDEX subsidy_redo_by_enrollment ON subsidy_redo (enrollment_id, recorded_at);
DO $$
BEGIN
    PERFORM set_config('jumin.' || dimension || '_from', '!', true), set_config('jumin.' || dimension || '_to', '~', true)
    FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) dimension;
    UPDATE subsidy_redo SET state = 'SETTLED', decided_by = ''
    WHERE state = 'KEPT' AND reason IN ('情况又有变化，见其后的待重办', '现与原决定一致，无需重办');
END
$$;

-- 是否失业 left blank says nothing.
ALTER TABLE category_list_row
    ALTER unemployed DROP NOT NULL,
    ALTER unemployed DROP DEFAULT;

-- Who confirmed or rejected the undo of a list, and why; the decision about the list itself stays beside it.
ALTER TABLE category_list
    ADD undo_decided_by text NOT NULL DEFAULT '',
    ADD undo_decision   text NOT NULL DEFAULT '',
    ADD CONSTRAINT two_people_undo_a_list CHECK (undo_decided_by = '' OR undo_decided_by <> undo_asked_by);
GRANT UPDATE (undo_decided_by, undo_decision) ON category_list TO ${app};

-- Of each number and category the newest word of each organ, for the places that the caller sees; nobody visits the dead.
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
                            AND (later.list_month, later.recorded_at) > (list.list_month, list.recorded_at))
        ORDER BY list.area, named.id_blind_index, named.category, list.organ, list.list_month DESC, list.recorded_at DESC,
                 named.row_no) found
    WHERE NOT EXISTS (SELECT 1 FROM person dead WHERE dead.id = found.person_id AND dead.status = 'DECEASED')
$$;
