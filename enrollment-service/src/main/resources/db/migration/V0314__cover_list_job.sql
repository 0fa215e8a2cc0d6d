-- 参保名单比对: the rows stay, sealed, each with its verdict; long lists are matched by a job, and a list can be taken back.
ALTER TABLE cover_list
    ADD file_name   text NOT NULL DEFAULT '',
    ADD total       int NOT NULL DEFAULT 0,
    ADD state       text NOT NULL DEFAULT 'MATCHED' CHECK (state IN ('MATCHING', 'MATCHED', 'FAILED', 'UNDONE')),
    ADD message     text NOT NULL DEFAULT '',
    ADD job_id      uuid,
    ADD undone_at   timestamptz,
    ADD undone_by   text NOT NULL DEFAULT '',
    ADD undo_reason text NOT NULL DEFAULT '';
GRANT UPDATE (total, counts, state, message, job_id, undone_at, undone_by, undo_reason) ON cover_list TO ${app};

CREATE TABLE cover_list_row (
    list_id        uuid NOT NULL REFERENCES cover_list (id),
    row_no         int NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    organ          text COLLATE "C" NOT NULL,
    sealed         text NOT NULL,
    id_blind_index text COLLATE "C" NOT NULL,
    name_masked    text NOT NULL,
    id_masked      text NOT NULL,
    insured_from   date,
    insured_to     date,
    insured_where  text NOT NULL,
    verdict        text NOT NULL DEFAULT '',
    explanation    text NOT NULL DEFAULT '',
    PRIMARY KEY (list_id, row_no)
);
CREATE INDEX cover_list_row_by_verdict ON cover_list_row (list_id, verdict, row_no);
ALTER TABLE cover_list_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE cover_list_row FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON cover_list_row
    USING (jumin_visible(division_path, '-' COLLATE "C", organ, '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (verdict, explanation) ON cover_list_row TO ${app};

ALTER TABLE cover_conflict DROP CONSTRAINT cover_conflict_state_check;
ALTER TABLE cover_conflict
    ADD CONSTRAINT cover_conflict_state_check CHECK (state IN ('OPEN', 'DECIDED', 'WITHDRAWN'));
CREATE INDEX cover_conflict_by_list ON cover_conflict (list_id);
