CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 定点医药机构. No personal data, so no row-level security; who may write is checked by the use case.
CREATE TABLE provider (
    code          text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    level         text NOT NULL,
    kind          text NOT NULL,
    traditional   boolean NOT NULL,
    version       int NOT NULL DEFAULT 0,
    CONSTRAINT provider_level_is_known CHECK (level IN
        ('village', 'community', 'township', 'primary', 'secondary', 'tertiary', 'county_general', 'county_tcm')),
    CONSTRAINT provider_lies_in_its_area CHECK (starts_with(division_path, area || '/'))
);
GRANT SELECT, INSERT, UPDATE (name, division_path, level, kind, traditional, version) ON provider TO ${app};

-- 服务协议, by qualification and day: the state on the day of care decides.
CREATE TABLE provider_agreement (
    id            uuid PRIMARY KEY,
    provider      text COLLATE "C" NOT NULL,
    qualification text NOT NULL CHECK (qualification IN ('INPATIENT', 'OUTPATIENT', 'CHRONIC')),
    valid_from    date NOT NULL,
    valid_to      date,
    decision      text NOT NULL,
    CONSTRAINT agreement_is_with_a_known_provider FOREIGN KEY (provider) REFERENCES provider (code),
    CONSTRAINT agreement_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT one_agreement_per_provider_qualification_and_day EXCLUDE USING gist (
        provider WITH =, qualification WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
GRANT SELECT, INSERT, UPDATE (valid_to, decision) ON provider_agreement TO ${app};
