-- 撤销名单的门槛: an undo that would end or restore too many waits for a second person; until then the list stands.
ALTER TABLE category_list
    ADD COLUMN undo_asked_by text NOT NULL DEFAULT '',
    ADD COLUMN undo_share    int  NOT NULL DEFAULT 0,
    DROP CONSTRAINT category_list_state_check,
    ADD CONSTRAINT category_list_state_check
        CHECK (state IN ('APPLIED', 'UNDONE', 'PENDING', 'REJECTED', 'UNDO_PENDING'));
GRANT UPDATE (undo_asked_by, undo_share) ON category_list TO ${app};
