-- 姓名首字母: every reading of a name, for search; in the C collation and by range, so that the index serves under row-level security.
CREATE TABLE person_initials (
    person_id     uuid NOT NULL REFERENCES person (id),
    initials      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    school        text COLLATE "C" NOT NULL DEFAULT '-',
    PRIMARY KEY (person_id, initials)
);
CREATE INDEX person_initials_by_letters ON person_initials (initials, division_path);
ALTER TABLE person_initials ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_initials FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON person_initials
    USING (jumin_visible(division_path, '-' COLLATE "C", '-' COLLATE "C", school));
GRANT SELECT, INSERT, DELETE, UPDATE (division_path, school) ON person_initials TO ${app};
-- 重复登记的线索: same name, same day of birth.
CREATE INDEX person_by_name_and_birth ON person (name, birth_date) WHERE status = 'ACTIVE';
