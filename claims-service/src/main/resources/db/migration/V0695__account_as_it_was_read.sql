-- 收款账户: which entry of it the second person looked at is what is confirmed, and no later one.
ALTER TABLE payout ADD COLUMN account_version int NOT NULL DEFAULT 0;
GRANT UPDATE (account_version) ON payout TO ${app};
-- 请假: one registered by mistake is taken back while nothing rests on it; the audit keeps that it was there.
GRANT DELETE ON encounter_leave TO ${app};
