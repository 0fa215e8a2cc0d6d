-- 连续参保: which years brought cover, so that lapse and continuity of later years can be counted; filled with each decision.
ALTER TABLE coverage_decision ADD COLUMN covered boolean NOT NULL DEFAULT false;
ALTER TABLE coverage_decision ADD COLUMN continuous_years int NOT NULL DEFAULT 0;
