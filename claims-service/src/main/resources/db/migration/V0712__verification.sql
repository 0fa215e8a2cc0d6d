-- 待核实事项: what a payment rests on that nothing in this system bears out. Closed by a person with an outcome; the amounts are changed
-- only by a finding or a redo, which it names.
CREATE TABLE verification (
    id            uuid PRIMARY KEY,
    settlement_id uuid NOT NULL,
    person_id     uuid NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    kind          text NOT NULL,
    remark        text NOT NULL,
    settled_on    date NOT NULL,
    state         text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CONFIRMED', 'FINDING', 'REDO', 'VOID')),
    reason        text NOT NULL DEFAULT '',
    finding_id    uuid REFERENCES finding (id),
    CONSTRAINT finding_is_named CHECK ((state = 'FINDING') = (finding_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_verification_per_remark ON verification (settlement_id, md5(remark));
CREATE INDEX verification_list ON verification (state, id);
ALTER TABLE verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON verification
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (settlement_id, state, reason, finding_id) ON verification TO ${app};

-- 核实的经过: each closing and re-opening stays.
CREATE TABLE verification_step (
    id           uuid PRIMARY KEY,
    verification uuid NOT NULL REFERENCES verification (id),
    state        text NOT NULL,
    reason       text NOT NULL,
    finding_id   uuid,
    by_whom      text NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX step_of_verification ON verification_step (verification, id);
CREATE TRIGGER verification_step_is_insert_only BEFORE UPDATE OR DELETE ON verification_step
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE verification_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification_step FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_verification ON verification_step
    USING (EXISTS (SELECT 1 FROM verification v WHERE v.id = verification_step.verification));
GRANT SELECT, INSERT ON verification_step TO ${app};
