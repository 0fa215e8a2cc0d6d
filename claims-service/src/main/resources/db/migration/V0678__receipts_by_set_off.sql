-- 相抵: what is to be recovered may also be laid against what a later redo owes; no money moves then, and the person holds it still.
ALTER TABLE payout_receipt ADD COLUMN set_off boolean NOT NULL DEFAULT false;
