-- 待重算清单的经过: each listing, re-listing and closing, with the difference that it was about. What comes back keeps what was said before.
CREATE TABLE redo_item_step (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    settlement_id          uuid NOT NULL REFERENCES redo_item (settlement_id),
    division_path          text COLLATE "C" NOT NULL,
    provider               text COLLATE "C" NOT NULL DEFAULT '-',
    state                  text NOT NULL,
    new_outcome            text NOT NULL,
    changed                text[] NOT NULL,
    pool_fen               bigint NOT NULL,
    critical_illness_fen   bigint NOT NULL,
    medical_assistance_fen bigint NOT NULL,
    third_party_fen        bigint NOT NULL,
    person_fen             bigint NOT NULL,
    redo                   uuid,
    by_whom                text NOT NULL,
    reason                 text NOT NULL,
    recorded_at            timestamptz NOT NULL
);
CREATE INDEX step_of_redo_item ON redo_item_step (settlement_id, id);
CREATE TRIGGER redo_item_step_is_insert_only BEFORE UPDATE OR DELETE ON redo_item_step
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE redo_item_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE redo_item_step FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON redo_item_step
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT ON redo_item_step TO ${app};
