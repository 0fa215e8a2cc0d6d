-- 异地参保的资助: who is entitled to aid here and paid for insurance elsewhere gets our standard; claimed with proof, decided by two.
-- Amounts are never changed: a wrong decision is withdrawn, and claimed anew.
CREATE TABLE elsewhere_aid (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    benefit_year  int NOT NULL,
    insured_where text NOT NULL,
    paid_fen      bigint NOT NULL CHECK (paid_fen > 0),
    paid_on       date NOT NULL,
    evidence      text NOT NULL,
    aid_fen       bigint NOT NULL CHECK (aid_fen > 0),
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0 AND amount_fen <= aid_fen AND amount_fen <= paid_fen),
    tier          text NOT NULL,
    category      text NOT NULL,
    payer         text NOT NULL,
    standard_id   text NOT NULL,
    instrument    text NOT NULL,
    article       text NOT NULL,
    facts         text NOT NULL,
    worksheet     text NOT NULL,
    law_release   text NOT NULL,
    state         text NOT NULL DEFAULT 'CLAIMED' CHECK (state IN ('CLAIMED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    claimed_by    text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    decided_by    text NOT NULL DEFAULT '',
    decided_at    timestamptz,
    reason        text NOT NULL DEFAULT '',
    withdrawn_by  text NOT NULL DEFAULT '',
    withdrawn_at  timestamptz,
    CONSTRAINT two_people_aid_elsewhere CHECK (decided_by = '' OR decided_by <> claimed_by)
);
CREATE UNIQUE INDEX one_aid_elsewhere_per_person_year ON elsewhere_aid (person_id, benefit_year)
    WHERE state IN ('CLAIMED', 'APPROVED');
CREATE INDEX elsewhere_aid_by_state ON elsewhere_aid (state, recorded_at);
ALTER TABLE elsewhere_aid ENABLE ROW LEVEL SECURITY;
ALTER TABLE elsewhere_aid FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON elsewhere_aid
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = elsewhere_aid.person_id));
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, reason, withdrawn_by, withdrawn_at) ON elsewhere_aid TO ${app};
