-- 医保目录, by area and day. Amounts in fen; an absent payment standard means that the item has none.
CREATE TABLE catalogue_item (
    area               text COLLATE "C" NOT NULL,
    code               text COLLATE "C" NOT NULL,
    valid_from         date NOT NULL,
    valid_to           date,
    name               text NOT NULL,
    item_class         text NOT NULL CHECK (item_class IN ('A', 'B', 'C')),
    kind               text NOT NULL CHECK (kind IN
        ('drug', 'service', 'consumable', 'facility', 'negotiated_antitumor', 'negotiated_other')),
    traditional        boolean NOT NULL,
    standard_primary_fen   bigint CHECK (standard_primary_fen >= 0),
    standard_secondary_fen bigint CHECK (standard_secondary_fen >= 0),
    standard_tertiary_fen  bigint CHECK (standard_tertiary_fen >= 0),
    PRIMARY KEY (area, code, valid_from),
    CONSTRAINT one_catalogue_version_per_item_and_day EXCLUDE USING gist (
        area WITH =, code WITH =, daterange(valid_from, valid_to, '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED
);
GRANT SELECT, INSERT, UPDATE (valid_to, name, item_class, kind, traditional,
    standard_primary_fen, standard_secondary_fen, standard_tertiary_fen) ON catalogue_item TO ${app};

-- 医院目录对照: the hospital's own code and the catalogue's.
CREATE TABLE provider_item_code (
    provider text COLLATE "C" NOT NULL REFERENCES provider (code),
    own_code text COLLATE "C" NOT NULL,
    code     text COLLATE "C" NOT NULL,
    PRIMARY KEY (provider, own_code)
);
GRANT SELECT, INSERT, UPDATE (code), DELETE ON provider_item_code TO ${app};

-- 医疗类别: the national med_type and its words, by area ('-' for all), and the benefit that the law knows.
CREATE TABLE care_type (
    area    text COLLATE "C" NOT NULL,
    code    text COLLATE "C" NOT NULL,
    name    text NOT NULL,
    benefit text NOT NULL,
    PRIMARY KEY (area, code)
);
INSERT INTO care_type (area, code, name, benefit) VALUES
    ('-', '21', '普通住院', 'inpatient'), ('-', '2101', '普通住院', 'inpatient'), ('-', '2102', '单病种住院', 'inpatient'),
    ('-', '2105', '康复住院', 'inpatient'), ('-', '22', '外伤住院', 'inpatient'), ('-', '23', '转外诊治住院', 'inpatient'),
    ('-', '28', '日间手术', 'day_surgery'), ('-', '52', '生育住院', 'maternity'), ('-', '2106', '居民生育平产', 'maternity'),
    ('-', '2107', '居民生育剖宫产', 'maternity'), ('-', '11', '普通门诊', 'outpatient_pool'), ('-', '15', '门诊统筹', 'outpatient_pool'),
    ('-', '14', '门诊慢特病', 'chronic_outpatient'), ('-', '16', '门诊特殊病', 'chronic_outpatient'),
    ('-', '9901', '门诊两病', 'two_disease'), ('-', '1301', '急诊抢救', 'emergency_rescue'),
    ('-', '9903', '意外伤害门诊', 'accident_outpatient'),
    ('-', 'inpatient', '住院', 'inpatient'), ('-', 'day_surgery', '日间手术', 'day_surgery'), ('-', 'maternity', '生育住院', 'maternity'),
    ('-', 'outpatient', '普通门诊', 'outpatient_pool'), ('-', 'chronic_outpatient', '门诊慢特病', 'chronic_outpatient'),
    ('-', 'two_disease', '门诊两病', 'two_disease'), ('-', 'emergency_rescue', '急诊抢救', 'emergency_rescue'),
    ('-', 'accident_outpatient', '意外伤害门诊', 'accident_outpatient');
GRANT SELECT ON care_type TO ${app};
