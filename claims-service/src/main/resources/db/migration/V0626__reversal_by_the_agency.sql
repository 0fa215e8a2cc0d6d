-- 经办机构冲正: what no provider can reverse, since none settled it (零星报销) or its agreements have ended; asked by one, decided by another.
CREATE TABLE agency_reversal (
    id            uuid PRIMARY KEY,
    settlement_id uuid NOT NULL REFERENCES settlement (id),
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    asked_by      text NOT NULL,
    asked_on      date NOT NULL,
    state         text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'DONE', 'REJECTED')),
    decided_by    text,
    opinion       text NOT NULL DEFAULT '',
    reversal_id   uuid REFERENCES settlement (id),
    CONSTRAINT agency_reversal_is_decided_by_another CHECK (decided_by IS NULL OR decided_by <> asked_by),
    CONSTRAINT done_reversal_names_it CHECK ((state = 'DONE') = (reversal_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_agency_reversal ON agency_reversal (settlement_id) WHERE state = 'ASKED';
ALTER TABLE agency_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_reversal FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON agency_reversal
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (state, decided_by, opinion, reversal_id) ON agency_reversal TO ${app};
