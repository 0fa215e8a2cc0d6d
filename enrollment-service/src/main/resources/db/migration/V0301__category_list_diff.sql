-- 人员类别: the words and their names come from the law's data; nothing to keep beside it.
ALTER TABLE recognition DROP CONSTRAINT recognition_category_fkey;
DROP TABLE category_kind;

-- 部门全量名单: who is no longer on it is ended; too many at once wait for a second person.
ALTER TABLE category_list
    ADD COLUMN categories  jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN standing    int NOT NULL DEFAULT 0,
    ADD COLUMN ending      int NOT NULL DEFAULT 0,
    ADD COLUMN decided_by  text NOT NULL DEFAULT '',
    ADD COLUMN decided_at  timestamptz,
    ADD COLUMN decision_reason text NOT NULL DEFAULT '',
    DROP CONSTRAINT category_list_state_check,
    ADD CONSTRAINT category_list_state_check CHECK (state IN ('APPLIED', 'UNDONE', 'PENDING', 'REJECTED')),
    ADD CONSTRAINT two_people_decide_a_pending_list CHECK (decided_by <> submitted_by);
GRANT UPDATE (decided_by, decided_at, decision_reason) ON category_list TO ${app};
CREATE INDEX category_list_by_organ ON category_list (organ, recorded_at);

ALTER TABLE category_list_row
    ADD COLUMN valid_from date,
    ADD COLUMN valid_to   date,
    ADD COLUMN unemployed boolean NOT NULL DEFAULT false;

-- ended_by: the list that no longer named the person; open_to: what valid_to was before.
ALTER TABLE recognition
    ADD COLUMN ended_by uuid REFERENCES category_list (id),
    ADD COLUMN open_to  date;
CREATE INDEX recognition_by_ending_list ON recognition (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX recognition_by_organ ON recognition (organ, category) WHERE superseded_by IS NULL;

-- Whose recognition a list ends, as it was planned.
CREATE TABLE category_list_ending (
    list_id        uuid NOT NULL REFERENCES category_list (id),
    recognition_id uuid NOT NULL REFERENCES recognition (id),
    person_id      uuid NOT NULL REFERENCES person (id),
    division_path  text COLLATE "C" NOT NULL,
    organ          text COLLATE "C" NOT NULL,
    name_masked    text NOT NULL,
    id_masked      text NOT NULL,
    category       text NOT NULL,
    valid_from     date NOT NULL,
    last_day       date NOT NULL,
    PRIMARY KEY (list_id, recognition_id)
);
ALTER TABLE category_list_ending ENABLE ROW LEVEL SECURITY;
ALTER TABLE category_list_ending FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON category_list_ending
    USING (jumin_visible(division_path, '-' COLLATE "C", organ, '-' COLLATE "C"));
GRANT SELECT, INSERT ON category_list_ending TO ${app};
