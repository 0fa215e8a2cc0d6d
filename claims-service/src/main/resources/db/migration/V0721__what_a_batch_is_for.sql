-- 支付批次的说明, as its maker wrote it.
ALTER TABLE payout_batch ADD COLUMN note text NOT NULL DEFAULT '';
