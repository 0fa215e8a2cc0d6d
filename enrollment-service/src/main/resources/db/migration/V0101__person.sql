-- 户、参保人、人员证件、户内成员关系. Two clocks where a date in law matters: valid_from/valid_to and recorded_at/superseded_by.
-- A row is never changed in what it says: it is superseded by another one.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE household (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    house_number  text COLLATE "C" NOT NULL,
    address       text NOT NULL DEFAULT '',
    collective    boolean NOT NULL DEFAULT false,
    version       bigint NOT NULL DEFAULT 0,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT household_area_is_its_path CHECK (division_path LIKE area || '/%'),
    CONSTRAINT one_household_per_number_in_a_division UNIQUE (division_path, house_number)
);
ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
-- Schools know pupils, not families: a school's scope never reaches '-'.
CREATE POLICY in_scope ON household
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (address, collective, version) ON household TO ${app};

CREATE SEQUENCE person_number;
GRANT USAGE ON SEQUENCE person_number TO ${app};

CREATE TABLE person (
    id                uuid PRIMARY KEY,
    person_no         text COLLATE "C" NOT NULL,
    area              text COLLATE "C" NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    school            text COLLATE "C" NOT NULL DEFAULT '-',
    household_id      uuid REFERENCES household (id),
    name              text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_raw          text NOT NULL,
    sex               text NOT NULL CHECK (sex IN ('MALE', 'FEMALE')),
    birth_date        date NOT NULL,
    id_type           text NOT NULL,
    id_sealed         text NOT NULL,
    id_blind_index    text COLLATE "C" NOT NULL,
    id_masked         text NOT NULL,
    id_tail           text COLLATE "C" NOT NULL,
    phone_sealed      text NOT NULL DEFAULT '',
    phone_blind_index text COLLATE "C" NOT NULL DEFAULT '',
    phone_masked      text NOT NULL DEFAULT '',
    status            text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DECEASED', 'MERGED')),
    version           bigint NOT NULL DEFAULT 0,
    recorded_at       timestamptz NOT NULL,
    CONSTRAINT one_person_per_number UNIQUE (person_no),
    CONSTRAINT person_area_is_its_path CHECK (division_path LIKE area || '/%')
);
CREATE INDEX person_by_path ON person (division_path, id);
CREATE INDEX person_by_name ON person (name, division_path);
CREATE INDEX person_by_identity ON person (id_blind_index, area);
CREATE INDEX person_by_identity_tail ON person (id_tail, division_path);
CREATE INDEX person_by_household ON person (household_id);
CREATE INDEX person_by_school ON person (school, id) WHERE school <> '-';
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, household_id, name, name_raw, sex, birth_date, id_type, id_sealed,
    id_blind_index, id_masked, id_tail, phone_sealed, phone_blind_index, phone_masked, status, version) ON person TO ${app};

CREATE TABLE identity_document (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person (id),
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    type          text NOT NULL,
    sealed        text NOT NULL,
    blind_index   text COLLATE "C" NOT NULL,
    masked        text NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date CHECK (valid_to >= valid_from),
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid
);
CREATE UNIQUE INDEX one_person_per_identity ON identity_document (area, blind_index) WHERE superseded_by IS NULL;
CREATE INDEX identity_document_by_person ON identity_document (person_id);
ALTER TABLE identity_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_document FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON identity_document
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, superseded_by) ON identity_document TO ${app};

CREATE TABLE household_member (
    id            uuid PRIMARY KEY,
    household_id  uuid NOT NULL REFERENCES household (id),
    person_id     uuid NOT NULL REFERENCES person (id),
    division_path text COLLATE "C" NOT NULL,
    relation      text NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date CHECK (valid_to >= valid_from),
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid,
    CONSTRAINT one_household_at_a_time
        EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
        WHERE (superseded_by IS NULL),
    CONSTRAINT one_head_per_household
        EXCLUDE USING gist (household_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
        WHERE (superseded_by IS NULL AND relation = 'HEAD')
);
CREATE INDEX household_member_by_household ON household_member (household_id);
ALTER TABLE household_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_member FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON household_member
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, UPDATE (division_path, superseded_by) ON household_member TO ${app};

-- Says that an identity is registered, also where the caller cannot see; no more than division and masked name.
-- Runs as the owner, whom the policy below lets read; the services' role has no such policy.
CREATE POLICY read_by_definer_functions ON identity_document FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY read_by_definer_functions ON person FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION identity_registered(wanted_area text, wanted text[])
    RETURNS TABLE (blind_index text, person_id uuid, division_path text, division_name text, masked_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT document.blind_index, person.id, person.division_path, coalesce(division.name, ''),
           left(person.name, 1) || repeat('*', greatest(1, char_length(person.name) - 1))
    FROM identity_document document
    JOIN person ON person.id = document.person_id
    LEFT JOIN division ON division.path = person.division_path
    WHERE document.area = wanted_area AND document.blind_index = ANY (wanted) AND document.superseded_by IS NULL
$$;
REVOKE ALL ON FUNCTION identity_registered(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity_registered(text, text[]) TO ${app};
