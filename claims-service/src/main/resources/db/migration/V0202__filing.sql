-- 备案、认定、申报: off-area care, chronic and two-disease recognition, outside purchase, trauma, referral.
-- A decision is made on what is effective here; what the hospital says is a fact to verify.
CREATE TABLE filing (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN
        ('OFF_AREA', 'CHRONIC', 'TWO_DISEASE', 'OUTSIDE_PURCHASE', 'TRAUMA', 'REFERRAL')),
    person_id     uuid NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    state         text NOT NULL CHECK (state IN ('PENDING', 'EFFECTIVE', 'REJECTED', 'WITHDRAWN')),
    valid_from    date NOT NULL,
    valid_to      date,
    filed_on      date NOT NULL,
    details       jsonb NOT NULL,
    filed_by      text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    CONSTRAINT filing_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT filing_is_decided_by_another CHECK (state <> 'EFFECTIVE' OR decided_by IS NULL OR decided_by <> filed_by)
);
CREATE INDEX filing_of_person ON filing (person_id, kind, valid_from);
ALTER TABLE filing ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON filing
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (state, valid_to, decided_by, decided_at, reason, details) ON filing TO ${app};

-- 先要有备案、认定或申报的医疗类别: trauma is held until the declaration says what a third party bears; without recognition
-- chronic and two-disease care is settled as ordinary outpatient care or later.
ALTER TABLE care_type ADD COLUMN needs text CHECK (needs IN ('TRAUMA', 'CHRONIC', 'TWO_DISEASE'));
UPDATE care_type SET needs = 'TRAUMA' WHERE code = '22';
UPDATE care_type SET needs = 'CHRONIC' WHERE benefit = 'chronic_outpatient';
UPDATE care_type SET needs = 'TWO_DISEASE' WHERE benefit = 'two_disease';
