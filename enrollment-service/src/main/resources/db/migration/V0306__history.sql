-- 变更历史: what a person's or a household's record said, for which days (valid), and since when we knew (recorded).
-- The first version is written with the first change: who never changed has no row here, and the record itself says all.
CREATE TABLE record_version (
    id            uuid PRIMARY KEY,
    subject       uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('PERSON', 'HOUSEHOLD')),
    version       bigint NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    valid_from    date,
    valid_to      date CHECK (valid_to >= valid_from),
    state         jsonb NOT NULL,
    change        text NOT NULL,
    reason        text NOT NULL,
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_by uuid,
    superseded_at timestamptz,
    CONSTRAINT one_version_at_a_time
        EXCLUDE USING gist (subject WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
        WHERE (superseded_by IS NULL)
);
CREATE INDEX record_version_by_subject ON record_version (subject, version);
ALTER TABLE record_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_version FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON record_version
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, UPDATE (division_path, school, superseded_by, superseded_at) ON record_version TO ${app};

-- Since when a membership or a document was known to be otherwise, why, and who said so.
ALTER TABLE household_member
    ADD superseded_at timestamptz,
    ADD reason text NOT NULL DEFAULT '',
    ADD actor text NOT NULL DEFAULT '';
GRANT UPDATE (superseded_at) ON household_member TO ${app};
ALTER TABLE identity_document ADD superseded_at timestamptz;
GRANT UPDATE (superseded_at) ON identity_document TO ${app};

-- 更正: a household's number, and what an enrollment copies of its person.
GRANT UPDATE (house_number) ON household TO ${app};
GRANT UPDATE (birth_date, facts) ON enrollment TO ${app};

-- The rows of a person lie where the person lies: an event keeps what it says, not where it lies.
DROP TRIGGER enrollment_event_is_insert_only ON enrollment_event;
GRANT UPDATE (division_path, school) ON enrollment_event TO ${app};
CREATE TRIGGER enrollment_event_says_what_it_said
    BEFORE UPDATE OF id, enrollment_id, kind, effective_on, reason, actor, recorded_at ON enrollment_event
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
CREATE TRIGGER enrollment_event_is_not_deleted BEFORE DELETE ON enrollment_event
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();

-- 合并: into whom; the link and its reason stand in person_merge. 手机号后四位: for search, as the id number's.
ALTER TABLE person
    ADD merged_into uuid REFERENCES person (id),
    ADD phone_tail text COLLATE "C" NOT NULL DEFAULT '',
    ADD CONSTRAINT merged_person_has_a_survivor CHECK ((status = 'MERGED') = (merged_into IS NOT NULL));
GRANT UPDATE (merged_into, phone_tail) ON person TO ${app};
CREATE INDEX person_by_phone_tail ON person (phone_tail, division_path) WHERE phone_tail <> '';
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;

-- 参保变更: more kinds of events; each may rest on an article and on evidence.
ALTER TABLE enrollment_event DROP CONSTRAINT enrollment_event_kind_check;
ALTER TABLE enrollment_event
    ADD CONSTRAINT enrollment_event_kind_check CHECK (kind IN ('REGISTERED', 'CANCELLED', 'TERMINATED', 'CHANGED', 'MOVED',
        'SUSPENDED', 'RESUMED', 'CARRIED', 'RESTORED')),
    ADD article text NOT NULL DEFAULT '',
    ADD evidence text NOT NULL DEFAULT '';
