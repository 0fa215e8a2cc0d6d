-- 入院信息变更（2403）、出院办理与撤销（2402、2405）: the row says what holds now, its steps what was said before, since when it was so
-- and when we learned it.
ALTER TABLE encounter ADD COLUMN ward jsonb NOT NULL DEFAULT '{}', ADD COLUMN discharged_at timestamptz;
GRANT UPDATE (care_type, admitted_at, diagnosis, ward, discharged_at) ON encounter TO ${app};

CREATE TABLE encounter_step (
    id           uuid PRIMARY KEY,
    encounter_id uuid NOT NULL REFERENCES encounter (id),
    kind         text NOT NULL CHECK (kind IN ('REGISTERED', 'CHANGED', 'DISCHARGED', 'DISCHARGE_CANCELLED', 'CANCELLED')),
    since        timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    by_whom      text NOT NULL,
    reason       text NOT NULL,
    said         jsonb NOT NULL
);
CREATE INDEX step_of_encounter ON encounter_step (encounter_id, id);
CREATE TRIGGER encounter_step_is_insert_only BEFORE UPDATE OR DELETE ON encounter_step
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
ALTER TABLE encounter_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE encounter_step FORCE ROW LEVEL SECURITY;
CREATE POLICY with_its_encounter ON encounter_step
    USING (EXISTS (SELECT 1 FROM encounter e WHERE e.id = encounter_step.encounter_id));
GRANT SELECT, INSERT ON encounter_step TO ${app};

-- 系统对同一登记的同一规则只提一条疑点，撤销的除外.
CREATE UNIQUE INDEX one_own_finding_per_encounter_and_rule ON finding (encounter_id, rule)
    WHERE raised_by = '系统' AND settlement_id IS NULL AND state <> 'DROPPED';
