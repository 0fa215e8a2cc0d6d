-- 再看一次: whom a fact concerns is looked for once more when all that was on its way then has been written. No rows of anybody but the service's.
CREATE TABLE redo_second_look (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id     uuid,
    area          text COLLATE "C",
    benefit_year  int,
    -- By the service's clock, as settlements are recorded; when to look is by the clock on the wall.
    settled_since timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    CONSTRAINT second_look_at_a_person_or_an_area CHECK ((person_id IS NULL) = (area IS NOT NULL AND benefit_year IS NOT NULL))
);
CREATE INDEX redo_second_look_due ON redo_second_look (due_at);
ALTER TABLE redo_second_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE redo_second_look FORCE ROW LEVEL SECURITY;
CREATE POLICY whoever_learns_a_fact_notes_it ON redo_second_look FOR INSERT WITH CHECK (true);
CREATE POLICY the_service_looks ON redo_second_look
    USING (jumin_visible('-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C", '-' COLLATE "C"));
GRANT SELECT, INSERT, DELETE, UPDATE (due_at) ON redo_second_look TO ${app};

-- A provider that has changed is gone through twice for the same reason.
ALTER TABLE redo_provider ADD COLUMN again_at timestamptz;
GRANT UPDATE (again_at) ON redo_provider TO ${app};
