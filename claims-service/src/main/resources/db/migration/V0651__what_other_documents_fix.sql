-- 医疗救助、大病保险 where the city's text leaves their numbers to other documents: rows of the year's standard, as contribution published them.
ALTER TABLE yearly_standard ADD COLUMN benefits jsonb NOT NULL DEFAULT '[]';
-- 连续参保年数 up to the year, for the incentive on the limit of critical illness.
ALTER TABLE coverage ADD COLUMN continuous_years int NOT NULL DEFAULT 0;
