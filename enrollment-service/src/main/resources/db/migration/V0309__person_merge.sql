-- 重复登记的合并: a link from one record to another, with its reason and actor, and what it carried over; it can be undone.
CREATE TABLE person_merge (
    id            uuid PRIMARY KEY,
    merged_id     uuid NOT NULL REFERENCES person (id),
    survivor_id   uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    evidence      text NOT NULL,
    actor         text NOT NULL,
    carried       jsonb NOT NULL,
    recorded_at   timestamptz NOT NULL,
    undone_at     timestamptz,
    undone_by     text NOT NULL DEFAULT '',
    undo_reason   text NOT NULL DEFAULT '',
    CONSTRAINT nobody_is_merged_into_itself CHECK (merged_id <> survivor_id)
);
CREATE UNIQUE INDEX one_merge_at_a_time ON person_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_by_survivor ON person_merge (survivor_id);
ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_merge
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (division_path, undone_at, undone_by, undo_reason) ON person_merge TO ${app};

-- 确认不是同一人: so that nobody looks at the same pair again.
CREATE TABLE duplicate_dismissal (
    one_id        uuid NOT NULL REFERENCES person (id),
    other_id      uuid NOT NULL REFERENCES person (id),
    division_path text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CONSTRAINT pair_in_one_order CHECK (one_id < other_id)
);
ALTER TABLE duplicate_dismissal ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate_dismissal FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON duplicate_dismissal
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT ON duplicate_dismissal TO ${app};
GRANT UPDATE (person_id) ON recognition TO ${app};
