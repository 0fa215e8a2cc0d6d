-- 只对总额: the day's totals agreed and no details were sent; whoever signs must see that nothing was compared record by record.
ALTER TABLE reconciliation ADD COLUMN totals_only boolean NOT NULL DEFAULT false;
