-- 参保变更: what an enrollment said before and after, with its effects as they were shown, so that it can be taken back.
CREATE TABLE enrollment_change (
    id            uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollment (id),
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    kind          text NOT NULL CHECK (kind IN ('TYPE', 'SUSPENSION', 'RESUMPTION')),
    effective_on  date NOT NULL,
    before        jsonb NOT NULL,
    after         jsonb NOT NULL,
    reason        text NOT NULL,
    evidence      text NOT NULL,
    article       text NOT NULL,
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    undone_at     timestamptz,
    undone_by     text NOT NULL DEFAULT '',
    undo_reason   text NOT NULL DEFAULT ''
);
CREATE INDEX enrollment_change_by_enrollment ON enrollment_change (enrollment_id, recorded_at);
CREATE INDEX enrollment_change_by_person ON enrollment_change (person_id);
ALTER TABLE enrollment_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment_change FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON enrollment_change
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, undone_at, undone_by, undo_reason) ON enrollment_change TO ${app};
