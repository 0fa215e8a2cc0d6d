-- 参保人, as enrollment's feed tells. A person may be mentioned by another kind of change before it is known itself.
CREATE TABLE insured_person (
    person_id      uuid PRIMARY KEY,
    person_no      text NOT NULL DEFAULT '',
    area           text COLLATE "C" NOT NULL DEFAULT '-',
    division_path  text COLLATE "C" NOT NULL DEFAULT '-',
    provider       text COLLATE "C" NOT NULL DEFAULT '-',
    name           text NOT NULL DEFAULT '',
    id_sealed      text NOT NULL DEFAULT '',
    id_blind_index text COLLATE "C" NOT NULL DEFAULT '',
    id_masked      text NOT NULL DEFAULT '',
    birth_date     date,
    status         text NOT NULL DEFAULT 'MENTIONED',
    recognitions   jsonb NOT NULL DEFAULT '[]',
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT insured_person_status_is_known CHECK (status IN ('MENTIONED', 'ACTIVE', 'DECEASED', 'MERGED'))
);
CREATE INDEX insured_person_by_id_number ON insured_person (id_blind_index) WHERE id_blind_index <> '';
ALTER TABLE insured_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE insured_person FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON insured_person
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE ON insured_person TO ${app};

-- 行政区划, for names on papers. No personal data.
CREATE TABLE division (
    code   text COLLATE "C" PRIMARY KEY,
    parent text COLLATE "C" NOT NULL,
    name   text NOT NULL,
    level  text NOT NULL,
    path   text COLLATE "C" NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON division TO ${app};
