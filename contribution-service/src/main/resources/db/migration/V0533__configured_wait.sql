-- 待遇等待期 where the text leaves its length to the city: published for a year by two persons, with the year's standard.
ALTER TABLE standard ADD COLUMN configured_wait_months int CHECK (configured_wait_months BETWEEN 0 AND 24);
