-- 情形核定: what the law leaves to the agency to find. 门诊签约: the institution that a person has chosen.
ALTER TABLE filing DROP CONSTRAINT filing_kind_check;
ALTER TABLE filing ADD CONSTRAINT filing_kind_check CHECK (kind IN
    ('OFF_AREA', 'CHRONIC', 'TWO_DISEASE', 'OUTSIDE_PURCHASE', 'TRAUMA', 'REFERRAL', 'STAY_OVERLAP', 'CASE_FACTS', 'SIGN_UP'));
