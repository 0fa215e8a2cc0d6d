-- 户 of enrollment's feed: its number and its head. Each person carries the number of the household, so that the lists of a village run
-- along an index in the order of the houses.
CREATE TABLE household (
    household_id  text COLLATE "C" PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    house_number  text COLLATE "C" NOT NULL,
    head          uuid
);
CREATE INDEX household_by_number ON household (division_path, house_number);
ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON household USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT, UPDATE ON household TO ${app};
ALTER TABLE insured_person ADD COLUMN house_number text COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX insured_person_by_house ON insured_person (division_path, house_number, household_id, person_id);
DROP INDEX insured_person_by_place;

-- Households that were told before this service took them in are read now; what it has taken in already is passed over.
UPDATE feed_cursor SET cursor = '0' WHERE source = 'enrollment';
