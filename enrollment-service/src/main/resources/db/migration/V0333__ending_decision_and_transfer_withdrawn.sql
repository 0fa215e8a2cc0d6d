-- 县级决定的终止: where the text is silent about an event, one person of the county proposes and another decides.
CREATE TABLE ending_decision (
    id               uuid PRIMARY KEY,
    enrollment_id    uuid NOT NULL REFERENCES enrollment (id),
    person_id        uuid NOT NULL REFERENCES person (id),
    area             text COLLATE "C" NOT NULL,
    division_path    text COLLATE "C" NOT NULL,
    school           text COLLATE "C" NOT NULL DEFAULT '-',
    event            text NOT NULL,
    happened_on      date NOT NULL,
    last_covered_day date NOT NULL,
    reason           text NOT NULL,
    evidence         text NOT NULL,
    document         text NOT NULL,
    state            text NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by      text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    decided_by       text NOT NULL DEFAULT '',
    decided_at       timestamptz,
    decision         text NOT NULL DEFAULT '',
    ending_id        uuid REFERENCES person_ending (id),
    CONSTRAINT two_people_decide_an_ending CHECK (decided_by <> proposed_by),
    CONSTRAINT approved_decision_has_an_ending CHECK ((state = 'APPROVED') = (ending_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_ending_decision ON ending_decision (enrollment_id) WHERE state = 'PROPOSED';
CREATE INDEX ending_decision_by_path ON ending_decision (state, division_path, recorded_at);
CREATE INDEX ending_decision_by_person ON ending_decision (person_id);
ALTER TABLE ending_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE ending_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON ending_decision
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, state, decided_by, decided_at, decision, ending_id)
    ON ending_decision TO ${app};

-- 迁移申请: whoever proposed may take it back.
ALTER TABLE person_transfer DROP CONSTRAINT person_transfer_state_check;
ALTER TABLE person_transfer ADD CONSTRAINT person_transfer_state_check
    CHECK (state IN ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));
