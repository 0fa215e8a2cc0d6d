-- 跨辖区迁移: proposed where the person is registered, accepted where the person is to be. Both see it, nobody else does.
-- Names are masked: the receiving place learns who comes when it accepts.
CREATE TABLE person_transfer (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES person (id),
    area         text COLLATE "C" NOT NULL,
    from_path    text COLLATE "C" NOT NULL,
    to_path      text COLLATE "C" NOT NULL,
    name_masked  text NOT NULL,
    id_masked    text NOT NULL,
    moves_on     date NOT NULL,
    reason       text NOT NULL,
    state        text NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'ACCEPTED', 'REFUSED')),
    proposed_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    decided_by   text NOT NULL DEFAULT '',
    decided_at   timestamptz,
    decision     text NOT NULL DEFAULT '',
    CONSTRAINT transfer_stays_in_its_area CHECK (from_path LIKE area || '/%' AND to_path LIKE area || '/%')
);
CREATE UNIQUE INDEX one_open_transfer_per_person ON person_transfer (person_id) WHERE state = 'PROPOSED';
CREATE INDEX person_transfer_from ON person_transfer (from_path, recorded_at);
CREATE INDEX person_transfer_to ON person_transfer (to_path, recorded_at);
ALTER TABLE person_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_transfer
    USING (jumin_visible(from_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C")
        OR jumin_visible(to_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision) ON person_transfer TO ${app};
