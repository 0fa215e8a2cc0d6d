-- 就诊登记: a stay or a visit from its registration on; bills may name it.
CREATE TABLE encounter (
    id            uuid PRIMARY KEY,
    provider      text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    area          text COLLATE "C" NOT NULL,
    care_type     text NOT NULL,
    admitted_at   timestamptz NOT NULL,
    registered_at timestamptz NOT NULL,
    diagnosis     jsonb NOT NULL,
    cancelled_by  text,
    cancelled_at  timestamptz
);
CREATE INDEX encounter_of_person ON encounter (person_id, admitted_at);

-- 请假: the hours for which an inpatient has leave.
CREATE TABLE encounter_leave (
    encounter_id  uuid NOT NULL REFERENCES encounter (id),
    left_at       timestamptz NOT NULL,
    back_at       timestamptz NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    reason        text NOT NULL,
    approved_by   text NOT NULL,
    PRIMARY KEY (encounter_id, left_at),
    CONSTRAINT leave_ends_after_it_begins CHECK (back_at > left_at)
);
CREATE INDEX settlement_document_of_encounter ON settlement_document ((bill ->> 'encounter')) WHERE bill ? 'encounter';

-- 审核规则: what a finding rests on, by area; the number in it, where it has one, is the text's.
CREATE TABLE review_rule (
    area       text COLLATE "C" NOT NULL,
    code       text NOT NULL,
    title      text NOT NULL,
    instrument text NOT NULL,
    article    text NOT NULL,
    quote      text NOT NULL,
    bound      int,
    PRIMARY KEY (area, code)
);
GRANT SELECT ON review_rule TO ${app};
INSERT INTO review_rule (area, code, title, instrument, article, quote, bound) VALUES
    ('131000', 'LATE_REGISTRATION', '入院登记超过时限', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第二十四条、第二十五条', '在48小时以内为其办理医疗保险入院登记手续', 48),
    ('131000', 'INPATIENT_ITEM_AS_OUTPATIENT', '住院期间费用在门诊结算', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第二十七条', '不得要求参保居民将住院期间的检查、治疗、用药费用在门诊结算', NULL),
    ('131000', 'NO_TREATMENT_RECORD', '无诊疗记录或记录不真实', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第二十八条', '无相关记录或者记录不真实的费用，居民医保基金不予支付', NULL),
    ('131000', 'LEAVE_NOT_REGISTERED', '离院未登记（挂床）', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第二十九条', '未做登记、记录不完整或未按要求登记的，视为挂床住院', NULL),
    ('131000', 'DISCHARGE_INJECTION', '出院携带注射剂', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第三十条', '不得携带注射剂（胰岛素除外）', NULL),
    ('131000', 'DISCHARGE_DRUGS_ACUTE', '急性病出院带药超量', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第三十条', '急性病不得超过7日量', 7),
    ('131000', 'DISCHARGE_DRUGS_CHRONIC', '慢性病出院带药超量', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第三十条', '慢性病不得超过15日量', 15),
    ('131000', 'DISCHARGE_ORDERS', '出院时开出的治疗、检查', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第三十条', '出院时开出的治疗、检查项目费用，统筹基金不予支付', NULL),
    ('131000', 'IMPERSONATION', '冒名住院', '廊坊市城乡居民基本医疗保险实施办法（征求意见稿）', '第二十五条', '防止冒名住院', NULL),
    ('360900', 'IDENTITY_NOT_CHECKED', '未核对患者身份和参保信息', '宜春市城乡居民基本医疗保险实施办法', '第四十二条', '为参保人员提供就医购药服务时应当认真核对患者身份和参保信息', NULL),
    ('360900', 'UNREASONABLE_CARE', '检查、治疗、用药、收费不合理', '宜春市城乡居民基本医疗保险实施办法', '第四十二条', '合理检查、合理治疗、合理用药、合理收费', NULL);

-- 审核疑点: answerable, with its article; a deduction is a record of its own and never overwrites what was claimed.
CREATE TABLE finding (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    rule          text NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    person_id     uuid NOT NULL,
    settlement_id uuid REFERENCES settlement (id),
    encounter_id  uuid REFERENCES encounter (id),
    detail        text NOT NULL,
    amount_fen    bigint NOT NULL CHECK (amount_fen >= 0),
    raised_by     text NOT NULL,
    raised_on     date NOT NULL,
    answer_by     date NOT NULL,
    state         text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ANSWERED', 'UPHELD', 'APPEALED', 'FINAL', 'DROPPED')),
    answer        text,
    decision      text,
    decided_by    text,
    appeal        text,
    CONSTRAINT finding_rests_on_a_rule FOREIGN KEY (area, rule) REFERENCES review_rule (area, code),
    CONSTRAINT finding_is_decided_by_another CHECK (decided_by IS NULL OR decided_by <> raised_by)
);
CREATE INDEX finding_of_provider ON finding (provider, state);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['encounter', 'encounter_leave', 'finding'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE (cancelled_by, cancelled_at) ON encounter TO ${app};
GRANT SELECT, INSERT ON encounter_leave TO ${app};
GRANT SELECT, INSERT, UPDATE (state, answer, decision, decided_by, appeal) ON finding TO ${app};
