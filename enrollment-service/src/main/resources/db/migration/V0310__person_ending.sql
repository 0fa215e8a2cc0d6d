-- 终止参保关系: what happened to a person, what it ended by which article, and whether it was taken back.
CREATE TABLE person_ending (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    event         text NOT NULL,
    happened_on   date NOT NULL,
    reason        text NOT NULL,
    evidence      text NOT NULL,
    effects       jsonb NOT NULL,
    household     jsonb NOT NULL DEFAULT '{}',
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    undone_at     timestamptz,
    undone_by     text NOT NULL DEFAULT '',
    undo_reason   text NOT NULL DEFAULT ''
);
CREATE INDEX person_ending_by_person ON person_ending (person_id, recorded_at);
ALTER TABLE person_ending ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_ending FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_ending
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, undone_at, undone_by, undo_reason) ON person_ending TO ${app};
GRANT UPDATE (type) ON enrollment TO ${app};
