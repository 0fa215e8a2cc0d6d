-- 冲正先到: which voucher a waiting reversal of a file names, so that it is booked when that one comes, by whichever way.
ALTER TABLE payment_file_line ADD COLUMN waits_for text COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX payment_file_line_waits_for ON payment_file_line (waits_for) WHERE state = 'WAITING';
GRANT UPDATE (waits_for) ON payment_file_line TO ${app};
