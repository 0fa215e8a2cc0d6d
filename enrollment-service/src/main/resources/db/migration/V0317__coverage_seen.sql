-- 待遇享受期, as contribution's feed tells: per person and year, the last word. Payments alone do not say who is covered.
CREATE TABLE coverage_seen (
    person_id    uuid NOT NULL,
    benefit_year int NOT NULL,
    intervals    jsonb NOT NULL,
    not_covered  text NOT NULL DEFAULT '',
    computed_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, benefit_year)
);
ALTER TABLE coverage_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY of_visible_persons ON coverage_seen
    USING (EXISTS (SELECT 1 FROM person WHERE person.id = coverage_seen.person_id));
GRANT SELECT, INSERT, UPDATE (intervals, not_covered, computed_at) ON coverage_seen TO ${app};

-- What was told before this table was there is read again; taking the rest in twice changes nothing.
UPDATE feed_cursor SET cursor = '0' WHERE source = 'contribution';
