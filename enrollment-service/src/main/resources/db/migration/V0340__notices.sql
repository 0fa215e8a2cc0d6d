-- 学籍名录催报: that a school was reminded of its list of pupils. No personal data; a school's name and what was said.
CREATE TABLE school_list_reminder (
    id          uuid PRIMARY KEY,
    school_code text COLLATE "C" NOT NULL REFERENCES registered_school (code),
    list_year   int NOT NULL,
    note        text NOT NULL,
    actor       text NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX school_list_reminder_by_year ON school_list_reminder (list_year, school_code);
GRANT SELECT, INSERT ON school_list_reminder TO ${app};

-- Whether a school has sent its list of pupils in a year: the first upload that was not refused.
CREATE INDEX roster_import_by_school ON roster_import (school, recorded_at) WHERE school <> '-';

-- 告知原参保地: whoever is insured here now as a pupil and elsewhere before; the place there is to be told. Seen by whoever sees
-- the person, wherever the person moves.
CREATE TABLE former_place_notice (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person (id),
    cause       text NOT NULL CHECK (cause IN ('SCHOOL_ENTERED', 'CONFLICT_KEPT')),
    conflict_id uuid,
    place       text NOT NULL CHECK (place <> ''),
    since       date NOT NULL,
    instrument  text NOT NULL DEFAULT '',
    article     text NOT NULL DEFAULT '',
    state       text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'WITHDRAWN')),
    note        text NOT NULL DEFAULT '',
    opened_by   text NOT NULL,
    recorded_at timestamptz NOT NULL,
    closed_by   text NOT NULL DEFAULT '',
    closed_at   timestamptz,
    CONSTRAINT closed_notice_says_by_whom CHECK ((state = 'OPEN') = (closed_at IS NULL))
);
CREATE INDEX former_place_notice_by_state ON former_place_notice (state, recorded_at);
CREATE INDEX former_place_notice_by_person ON former_place_notice (person_id);
CREATE INDEX former_place_notice_by_conflict ON former_place_notice (conflict_id) WHERE conflict_id IS NOT NULL;
ALTER TABLE former_place_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_place_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON former_place_notice
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = former_place_notice.person_id));
GRANT SELECT, INSERT, UPDATE (state, note, closed_by, closed_at) ON former_place_notice TO ${app};
